import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { NOTE_MAX } from '#lib/text.ts'

type Given = { open: number; finish: FormAction; abandon: FormAction }

/** The two ways a checklist ends. */
export function EndForms({ open, finish, abandon }: Given) {
  const t = useTranslations('checklists')
  return (
    <div className="flex flex-col gap-3 print:hidden">
      <Disclosure summary={t('finish')} open={open === 0}>
        {open > 0 ? (
          <p className="text-muted">{t('finishOpen', { count: open })}</p>
        ) : (
          <Form action={finish} className="flex max-w-xl flex-col gap-4">
            <TextArea name="note" label={t('finishNote')} rows={2} maxLength={NOTE_MAX} />
            <div>
              <SubmitButton>{t('finishSubmit')}</SubmitButton>
            </div>
          </Form>
        )}
      </Disclosure>
      <OpeningForm summary={t('abandon')} action={abandon} submit={t('abandonSubmit')} tone="plain">
        <TextArea name="reason" label={t('abandonReason')} rows={2} maxLength={NOTE_MAX} required />
      </OpeningForm>
    </div>
  )
}
