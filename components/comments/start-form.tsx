import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { type LookForPeople, MentionArea } from './mention-area.tsx'

/** A comment on a section without the editor: whoever may not edit, and whoever has no scripts, quotes the words. */
type Props = { section: string; action: FormAction; people: LookForPeople }

export function StartForm({ section, action, people }: Props) {
  const t = useTranslations('comments')
  return (
    <Disclosure summary={t('start')}>
      <Form action={action} className="flex max-w-2xl flex-col gap-3">
        <input type="hidden" name="section" value={section} />
        <MentionArea
          {...{ people, words: { people: t('people'), cannotOpen: t('editor.cannotOpen') } }}
          {...{ name: 'text', rows: 3, maxLength: 4000, required: true }}
          label={t('text')}
          hint={t('mentionHint')}
        />
        <TextArea name="quote" label={t('quote')} hint={t('quoteHint')} rows={2} maxLength={4000} />
        <div>
          <SubmitButton tone="plain" size="small">
            {t('send')}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  )
}
