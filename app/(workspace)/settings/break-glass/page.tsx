import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SettingsFrame } from '#components/accounts/settings-frame.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { can } from '#lib/policy/can.ts'
import { open } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tab.break-glass') }
}

export default async function BreakGlassPage() {
  const [t, context] = await Promise.all([getTranslations('settings.breakGlass'), currentContext()])
  if (!can(context.actor, 'breakGlass', 'postmortem').allowed) notFound()
  return (
    <SettingsFrame current="break-glass" administers>
      <div className="flex max-w-xl flex-col gap-6">
        <Callout tone="warn" title={t('title')}>
          {t('text')}
        </Callout>
        <Form action={open}>
          <RadioGroup
            name="record"
            label={t('record')}
            required
            defaultValue="postmortem"
            choices={[
              { value: 'postmortem', label: t('postmortem') },
              { value: 'incident', label: t('incident') },
            ]}
          />
          <TextField name="number" label={t('number')} hint={t('numberHint')} inputMode="numeric" required />
          <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} required maxLength={2000} rows={3} />
          <div>
            <SubmitButton tone="danger">{t('submit')}</SubmitButton>
          </div>
        </Form>
      </div>
    </SettingsFrame>
  )
}
