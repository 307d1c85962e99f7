import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'

type Watch = { id: string; mechanism: string; maxTier: number | null; inScope: boolean; end?: FormAction }

export function WatchList({ watches }: { watches: readonly Watch[] }) {
  const t = useTranslations('programs.watches')
  if (watches.length === 0) return <p className="mb-2 text-muted">{t('none')}</p>
  return (
    <ul className="mb-2 flex flex-col divide-y divide-line">
      {watches.map(({ id, mechanism, maxTier, inScope, end }) => {
        const name = findMechanism(mechanism)?.name ?? mechanism
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span>
              <Link href={`/mechanisms/${mechanism}`} className="font-medium hover:underline">
                {name}
              </Link>
              <span className="block text-sm text-muted">
                {t(inScope ? 'inScope' : 'everywhere')}
                {maxTier !== null && `, ${t('tier', { tier: maxTier })}`}
              </span>
            </span>
            {end && (
              <Form action={end} className="flex">
                <Button type="submit" tone="quiet">
                  {t('end')}
                  <span className="sr-only">: {name}</span>
                </Button>
              </Form>
            )}
          </li>
        )
      })}
    </ul>
  )
}
