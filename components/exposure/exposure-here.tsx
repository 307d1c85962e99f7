import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/button.tsx'
import { Panel } from '#components/ui/panel.tsx'
import type { CellOut } from '#lib/exposure/schema.ts'
import { CellList } from './exposure-matrix.tsx'

/** What teams answered about one mechanism, or about one service. */
export function ExposureHere({
  cells,
  mechanism,
  service,
  mayAsk = false,
}: {
  cells: readonly CellOut[]
  mechanism?: string
  service?: string
  mayAsk?: boolean
}) {
  const t = useTranslations('exposure.here')
  return (
    <Panel
      title={t(mechanism ? 'mechanism' : 'service')}
      actions={
        <>
          {mayAsk && <LinkButton href={`/exposure/new?mechanism=${mechanism}`}>{t('ask')}</LinkButton>}
          {cells.length > 0 && (
            <LinkButton href={mechanism ? `/exposure?mechanism=${mechanism}` : `/exposure?service=${service}`}>
              {t('more')}
            </LinkButton>
          )}
        </>
      }
    >
      {cells.length === 0 ? (
        <p className="text-muted">{t(mechanism ? 'noneMechanism' : 'noneService')}</p>
      ) : (
        <CellList cells={cells} by={mechanism ? 'service' : 'mechanism'} />
      )}
    </Panel>
  )
}
