import { getTranslations } from 'next-intl/server'
import { Form } from '#components/ui/form.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { supersede, unsupersede } from '../actions.ts'

/** For when another review tells the same story better, or one review takes in several. */
export async function SupersedePanel({ number, superseded }: { number: number; superseded: boolean }) {
  const t = await getTranslations('supersession')
  return (
    <Panel title={t('panel')}>
      {superseded ? (
        <Form action={unsupersede.bind(null, number)}>
          <TextArea name="reason" label={t('withdrawReason')} required maxLength={2000} rows={2} />
          <div>
            <SubmitButton tone="plain">{t('withdraw')}</SubmitButton>
          </div>
        </Form>
      ) : (
        <Form action={supersede.bind(null, number)}>
          <p className="text-muted">{t('hint')}</p>
          <TextField name="by" label={t('number')} hint={t('numberHint')} type="number" min={1} required />
          <TextArea name="reason" label={t('reason')} required maxLength={2000} rows={2} />
          <div>
            <SubmitButton tone="plain">{t('submit')}</SubmitButton>
          </div>
        </Form>
      )}
    </Panel>
  )
}
