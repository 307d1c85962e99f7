import { useTranslations } from 'next-intl'
import { Checkbox, CheckboxGroup } from '#components/ui/checkbox.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Scope } from '#lib/actor.ts'

const lifetimes = [7, 30, 90, 180, 365]

export function TokenForm({ action, scopes }: { action: FormAction; scopes: readonly Scope[] }) {
  const t = useTranslations('settings.tokens')
  const hint = (scope: Scope) => t(`scope.${scope.replace(':', '_') as 'admin_write'}`)
  return (
    <Form action={action}>
      <TextField name="name" label={t('name')} hint={t('nameHint')} required maxLength={100} />
      <CheckboxGroup
        name="scopes"
        label={t('scopes')}
        choices={scopes.map((scope) => ({ value: scope, label: scope, hint: hint(scope) }))}
      />
      <Select
        name="days"
        label={t('days')}
        defaultValue="90"
        required
        options={lifetimes.map((days) => ({ value: String(days), label: t('lifetime', { days }) }))}
      />
      <Checkbox name="restricted" label={t('restricted')} hint={t('restrictedHint')} />
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
