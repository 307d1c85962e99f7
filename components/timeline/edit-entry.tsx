import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/button.tsx'
import { Conflict } from '#components/ui/conflict.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { entryKinds } from '#lib/timeline/model.ts'
import { spellTime } from '#lib/timeline/parse.ts'
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
  const { at, kind, text, source } = entry
  const given = { at: spellTime(new Date(at), zone), kind, text, source }
  const words = {
    title: t('conflict.title'),
    theirs: t('conflict.theirs'),
    yours: t('conflict.yours'),
    nothing: t('conflict.nothing'),
  }
  return (
    <Form action={action} className="my-2 flex flex-col gap-4 rounded-lg border border-line bg-canvas p-4">
      <SeenFields at={at} kind={kind} text={text} />
      <Conflict
        zone={zone}
        text={words}
        compared={[
          { name: 'at', label: t('fields.time'), path: 'at', moment: true },
          { name: 'kind', label: t('fields.kind'), path: 'kind', labels: entryKinds },
          { name: 'text', label: t('fields.text'), path: 'text' },
        ]}
      />
      <EntryFields zone={zone} given={given} />
      <div className="flex gap-2">
        <SubmitButton>{t('edit.save')}</SubmitButton>
        <LinkButton href={backHref} tone="quiet">
          {t('edit.cancel')}
        </LinkButton>
      </div>
    </Form>
  )
}
