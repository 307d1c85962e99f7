import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { formatDay } from '#lib/time.ts'
import type { EvidenceOut } from '#lib/timeline/schema.ts'
import { kindOptions } from './entry-fields.tsx'
import { clockOf } from './entry-words.ts'

type Actions = { tell: (id: string) => FormAction; discard: (gathering: string, id: string) => FormAction }

/** What was gathered, line by line, each with what can be done with it. Without actions it is only read. */
export function EvidenceList({
  items,
  zone,
  actions,
}: {
  items: readonly EvidenceOut[]
  zone: string
  actions: Actions | null
}) {
  return (
    <ol className="flex flex-col">
      {items.map((item) => (
        <EvidenceLine key={item.id} item={item} zone={zone} actions={actions} />
      ))}
    </ol>
  )
}

function EvidenceLine({ item, zone, actions }: { item: EvidenceOut; zone: string; actions: Actions | null }) {
  const t = useTranslations('timeline.evidence')
  const { id, at, role, speaker, text, problem, entry, link } = item
  const who = role || speaker
  return (
    <li
      id={`evidence-${id}`}
      className="grid scroll-mt-20 grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 border-t border-line py-2.5 first:border-t-0 target:bg-mark"
    >
      <div className="text-sm text-muted tabular-nums">
        {at ? (
          <time dateTime={at}>
            {clockOf({ ...item, at, spreadMinutes: null, latestAt: null }, zone)}
            <span className="block text-xs text-faint">{formatDay(new Date(at), zone).replace(/ \d{4}$/, '')}</span>
          </time>
        ) : (
          t('noTime')
        )}
      </div>
      <div className="min-w-0">
        <p className="whitespace-pre-wrap wrap-anywhere">
          {who && <span className="font-medium">{who}: </span>}
          {text.length > TEXT_SHOWN ? `${text.slice(0, TEXT_SHOWN)}…` : text}
          {link && (
            <a href={link} rel="noreferrer nofollow" className="ml-1.5 text-sm text-muted underline underline-offset-2">
              ↗
            </a>
          )}
        </p>
        {problem && <p className="text-sm text-warn">{problem}</p>}
        {entry ? (
          <a href={`#t-${entry}`} className="mt-1 inline-block">
            <Badge tone="ok">{t('inStory')}</Badge>
          </a>
        ) : (
          actions && <Telling item={item} actions={actions} />
        )}
      </div>
    </li>
  )
}

/** Enough to know which message it is; the whole of it stays with the entry. */
const TEXT_SHOWN = 700

function Telling({ item: { id, gathering, kind, at, text }, actions }: { item: EvidenceOut; actions: Actions }) {
  const t = useTranslations('timeline.evidence')
  const named = { text: text.slice(0, 60) }
  return (
    <div className="mt-1.5 flex flex-wrap items-end gap-2">
      <Form action={actions.tell(id)} className="flex flex-wrap items-end gap-2">
        {!at && <TextField name="at" label={t('at')} hint={t('atHint')} required maxLength={80} className="max-w-44" />}
        <Select
          name="kind"
          label={<span className="sr-only">{t('kindLine', named)}</span>}
          defaultValue={kind}
          required
          options={kindOptions}
        />
        <Button type="submit" size="small" aria-label={t('tellLine', named)}>
          {t('tell')}
        </Button>
      </Form>
      <Form action={actions.discard(gathering, id)} className="contents">
        <Button type="submit" size="small" tone="quiet" aria-label={t('discardLine', named)}>
          {t('discard')}
        </Button>
      </Form>
    </div>
  )
}
