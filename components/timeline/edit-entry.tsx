import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/button.tsx'
import { Conflict } from '#components/ui/conflict.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { entryKinds, type Known, type Precision, precisions } from '#lib/timeline/model.ts'
import { spellTime } from '#lib/timeline/parse.ts'
import { spellPrecisely } from '#lib/timeline/precise.ts'
import { EntryFields } from './entry-fields.tsx'
import { SeenFields } from './seen-fields.tsx'
import type { Entry } from './timeline.tsx'

/** One line being changed, in its place in the timeline. */
export function EditEntry({
  action,
  entry,
  zone,
  backHref,
}: {
  action: FormAction
  entry: Entry
  zone: string
  backHref: string
}) {
  const t = useTranslations('timeline')
  const { at, kind, text, source, role, link, knownAt } = entry
  const given = {
    at: spellPrecisely(knownOf(entry), zone),
    kind,
    text,
    source,
    role,
    link,
    knownAt: knownAt ? spellTime(new Date(knownAt), zone) : '',
  }
  return (
    <Form action={action} className="my-2 flex flex-col gap-4 rounded-lg border border-line bg-canvas p-4">
      <SeenFields at={at} kind={kind} text={text} />
      <Conflict
        zone={zone}
        compared={[
          { name: 'at', label: t('fields.time'), path: 'at', moment: true },
          { name: 'kind', label: t('fields.kind'), path: 'kind', labels: entryKinds },
          { name: 'text', label: t('fields.text'), path: 'text' },
        ]}
      />
      <EntryFields zone={zone} given={given} />
      <TextField
        name="correction"
        label={t('fields.correction')}
        hint={t('fields.correctionHint')}
        defaultValue={entry.correction?.why}
        maxLength={300}
      />
      <div className="flex gap-2">
        <SubmitButton>{t('edit.save')}</SubmitButton>
        <LinkButton href={backHref} tone="quiet">
          {t('edit.cancel')}
        </LinkButton>
      </div>
    </Form>
  )
}

const knownOf = ({ at, precision, spreadMinutes, latestAt }: Entry): Known => ({
  at: new Date(at),
  spreadMinutes,
  latestAt: latestAt ? new Date(latestAt) : null,
  precision: Object.hasOwn(precisions, precision) ? (precision as Precision) : 'minute',
})
