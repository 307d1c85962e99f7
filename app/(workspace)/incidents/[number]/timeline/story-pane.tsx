import { getTranslations } from 'next-intl/server'
import { pointsOf } from '#components/incidents/points.ts'
import { EditEntry } from '#components/timeline/edit-entry.tsx'
import type { Entry } from '#components/timeline/timeline.tsx'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { VersionField } from '#components/ui/conflict.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import { Link } from '#components/ui/link.tsx'
import { Select } from '#components/ui/select.tsx'
import { milestoneNames, milestones } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { formatInstant } from '#lib/time.ts'
import type { RemovedEntry } from '#lib/timeline/queries.ts'
import type { RemovedEntryOut } from '#lib/timeline/schema.ts'
import { change, mark, putBack, remove, setAside } from './actions.ts'

/** What can be done with one line of the story; the one that is being changed is open in its place. */
export async function Line({
  number,
  entry,
  incident,
  open,
}: {
  number: number
  entry: Entry
  incident: IncidentOut
  open: boolean
}) {
  const t = await getTranslations('timeline.edit')
  const { id, text } = entry
  if (open)
    return (
      <>
        <EditEntry
          action={change.bind(null, number, id)}
          entry={entry}
          zone={incident.zone}
          backHref={`/incidents/${number}/timeline#t-${id}`}
        />
        <MilestoneForm number={number} entry={entry} incident={incident} />
      </>
    )
  const look = 'text-muted hover:text-ink hover:underline pointer-coarse:min-h-11'
  return (
    <div className="mt-1 flex flex-wrap gap-x-3 text-sm">
      <Link
        href={`/incidents/${number}/timeline?edit=${id}#t-${id}`}
        aria-label={t('changeLine', { text })}
        className={look}
      >
        {t('change')}
      </Link>
      <Form action={setAside.bind(null, number, id)} className="inline">
        <button type="submit" aria-label={t('setAsideLine', { text })} className={look}>
          {t('setAside')}
        </button>
      </Form>
      <Form action={remove.bind(null, number, id)} className="inline">
        <button type="submit" aria-label={t('removeLine', { text })} className={`${look} hover:text-danger`}>
          {t('remove')}
        </button>
      </Form>
    </div>
  )
}

async function MilestoneForm({ number, entry, incident }: { number: number; entry: Entry; incident: IncidentOut }) {
  const t = await getTranslations('timeline.edit')
  const points = pointsOf(incident)
  const options = milestoneNames.map((name) => {
    const stands = points[name]
    const { label } = milestones[name]
    return { value: name, label: stands ? `${label} (${formatInstant(stands, incident.zone)})` : label }
  })
  return (
    <Form
      action={mark.bind(null, number, entry.id)}
      className="mb-2 flex flex-wrap items-end gap-3 rounded-lg border border-line p-4"
    >
      <VersionField version={incident.version} />
      <Select
        name="milestone"
        label={t('milestone')}
        hint={t('milestoneHint')}
        defaultValue={entry.milestone ?? ''}
        placeholder={t('noMilestone')}
        options={options}
      />
      <Button type="submit">{t('mark')}</Button>
    </Form>
  )
}

export async function Undo({ number, removed }: { number: number; removed: RemovedEntry }) {
  const t = await getTranslations('timeline.edit')
  return (
    <div className="mb-5">
      <Callout tone="neutral" live>
        <Form action={putBack.bind(null, number, removed.event)} className="flex items-center justify-between gap-4">
          <p className="min-w-0">{t('removed', { text: removed.text })}</p>
          <Button type="submit" size="small">
            {t('undo')}
          </Button>
        </Form>
      </Callout>
    </div>
  )
}

/** Nothing that was taken out is lost. */
export async function Removed({ number, items }: { number: number; items: readonly RemovedEntryOut[] }) {
  const t = await getTranslations('timeline.edit')
  if (items.length === 0) return null
  return (
    <Disclosure summary={t('removedTitle')}>
      <ul className="flex flex-col gap-1.5">
        {items.map(({ event, at, zone, text }) => (
          <li key={event}>
            <Form action={putBack.bind(null, number, event)} className="flex items-center justify-between gap-3">
              <span className="min-w-0 text-sm">
                <span className="text-muted tabular-nums">{formatInstant(new Date(at), zone)}</span> {text}
              </span>
              <Button type="submit" size="small" aria-label={t('restoreLine', { text })}>
                {t('restore')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
