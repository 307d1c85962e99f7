import { getTranslations } from 'next-intl/server'
import { EvidenceList } from '#components/timeline/evidence-list.tsx'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Page } from '#lib/page.ts'
import { formatInstant } from '#lib/time.ts'
import type { EvidenceOut } from '#lib/timeline/schema.ts'
import { formats } from '#lib/timeline/transcripts/said.ts'
import { discard, tell } from './actions.ts'

export type Asked = { q?: string; told?: string; cursor?: string }

/** Everything gathered: filtered by its address, told in the story by a button. */
export async function EvidencePane(given: {
  number: number
  zone: string
  evidence: Page<EvidenceOut>
  counts: { all: number; told: number }
  asked: Asked
  mayEdit: boolean
}) {
  const { number, zone, evidence, counts, asked, mayEdit } = given
  const t = await getTranslations('timeline.evidence')
  const query = new URLSearchParams(asked).toString()
  const address = (more: Asked) => `/incidents/${number}/timeline?${new URLSearchParams({ ...more, pane: 'evidence' })}`
  const { cursor: _, ...filters } = asked
  return (
    <Panel
      title={t('title')}
      actions={
        mayEdit && (
          <LinkButton href={`/incidents/${number}/timeline/import`} size="small">
            {t('bring')}
          </LinkButton>
        )
      }
    >
      <p className="mb-3 text-sm text-muted">{counts.all === 0 ? t('none') : `${t('intro')} ${t('counts', counts)}`}</p>
      {counts.all > 0 && <Filter number={number} asked={asked} />}
      {counts.all > 0 && evidence.items.length === 0 && <p className="text-muted">{t('noneLeft')}</p>}
      <EvidenceList
        items={evidence.items}
        zone={zone}
        actions={
          mayEdit
            ? {
                tell: (id) => tell.bind(null, number, query, id),
                discard: (gathering, id) => discard.bind(null, number, query, { gathering, line: id }),
              }
            : null
        }
      />
      <Pagination
        nextHref={evidence.nextCursor && address({ ...filters, cursor: evidence.nextCursor })}
        firstHref={asked.cursor ? address(filters) : null}
      />
      {mayEdit && evidence.items.length > 0 && (
        <Gatherings number={number} items={evidence.items} query={query} zone={zone} />
      )}
    </Panel>
  )
}

async function Filter({ number, asked }: { number: number; asked: Asked }) {
  const t = await getTranslations('timeline.evidence')
  const options = [
    { value: '', label: t('all') },
    { value: 'no', label: t('untold') },
    { value: 'yes', label: t('told') },
  ]
  return (
    <form action={`/incidents/${number}/timeline`} noValidate className="mb-3 flex flex-wrap items-end gap-2">
      <input type="hidden" name="pane" value="evidence" />
      <TextField name="q" label={t('filter')} defaultValue={asked.q} maxLength={100} type="search" />
      <Select name="told" label={t('show')} defaultValue={asked.told ?? ''} required options={options} />
      <Button type="submit">{t('apply')}</Button>
    </form>
  )
}

type Shown = { number: number; items: readonly EvidenceOut[]; query: string; zone: string }

/** For a paste that went wrong: one button for each that lines on this page are from. */
async function Gatherings({ number, items, query, zone }: Shown) {
  const t = await getTranslations('timeline.evidence')
  const first = new Map(items.filter(({ origin }) => origin !== 'typed').map((item) => [item.gathering, item]))
  if (first.size === 0) return null
  return (
    <Disclosure summary={t('discardAll')}>
      <p className="mb-2 text-sm text-muted">{t('discardAllHint')}</p>
      <ul className="flex flex-col gap-2">
        {[...first].map(([gathering, { origin, at }]) => (
          <li key={gathering}>
            <Form action={discard.bind(null, number, query, { gathering })} className="flex items-center gap-3">
              <span className="text-sm">
                {Object.hasOwn(formats, origin) ? formats[origin as keyof typeof formats] : origin}
                {at && `, ${formatInstant(new Date(at), zone)}`}
              </span>
              <Button type="submit" size="small" tone="danger">
                {t('discard')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
