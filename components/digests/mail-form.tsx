import { useTranslations } from 'next-intl'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { paces } from '#lib/digests/model.ts'
import type { MailOut } from '#lib/digests/schema.ts'

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}))

export function MailForm({ action, settings, zone }: { action: FormAction; settings: MailOut; zone: string }) {
  const t = useTranslations('mail')
  const hour = (name: 'hour' | 'quietFrom' | 'quietUntil') => (
    <Select name={name} label={t(name)} required defaultValue={String(settings[name])} options={hours} />
  )
  return (
    <Form action={action} className="flex flex-col gap-4">
      <RadioGroup
        name="pace"
        label={t('pace')}
        defaultValue={settings.pace}
        required
        choices={paces.map((pace) => ({ value: pace, label: t(`paces.${pace}`), hint: t(`hints.${pace}`) }))}
      />
      <div className="grid max-w-xl gap-4 sm:grid-cols-3">
        {hour('hour')}
        {hour('quietFrom')}
        {hour('quietUntil')}
      </div>
      <p className="text-sm text-muted">{t('zone', { zone })}</p>
      <Checkbox name="weekly" label={t('weekly')} hint={t('weeklyHint')} defaultChecked={settings.weekly} />
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
