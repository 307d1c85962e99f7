import { useTranslations } from 'next-intl'
import type { FormAction } from '#components/ui/form-state.ts'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { type LookForPeople, MentionArea } from './mention-area.tsx'

/** A comment on a section without the editor: whoever may not edit, and whoever has no scripts, quotes the words. */
type Props = { section: string; action: FormAction; people: LookForPeople }

export function StartForm({ section, action, people }: Props) {
  const t = useTranslations('comments')
  return (
    <OpeningForm summary={t('start')} action={action} submit={t('send')} tone="plain" size="small">
      <input type="hidden" name="section" value={section} />
      <MentionArea
        {...{ people, words: { people: t('people'), cannotOpen: t('editor.cannotOpen') } }}
        {...{ name: 'text', rows: 3, maxLength: 4000, required: true }}
        label={t('text')}
        hint={t('mentionHint')}
      />
      <TextArea name="quote" label={t('quote')} hint={t('quoteHint')} rows={2} maxLength={4000} />
    </OpeningForm>
  )
}
