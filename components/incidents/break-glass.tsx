import { useTranslations } from 'next-intl'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'

/** The way in for an administrator who is not on the list. It works at once, and everybody on the list learns of it. */
export function BreakGlass({ action }: { action: FormAction }) {
  const t = useTranslations('incidents.access')
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <Callout tone="warn" title={t('openWarning')}>
        {t('openText')}
      </Callout>
      <Form action={action}>
        <TextArea name="reason" label={t('openReason')} hint={t('openReasonHint')} required maxLength={2000} rows={3} />
        <div>
          <SubmitButton tone="danger">{t('openSubmit')}</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
