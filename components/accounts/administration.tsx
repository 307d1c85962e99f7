import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Panel } from '#components/ui/panel.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { roles } from '#lib/accounts/model.ts'
import type { PersonOut } from '#lib/accounts/schema.ts'

type Actions = Record<'giveRole' | 'offerLink' | 'deactivate' | 'reactivate', FormAction>

/** What an administrator can do for a person. */
export function Administration({
  person,
  ways,
  actions,
}: {
  person: PersonOut
  ways: { password: boolean; providers: string[] }
  actions: Actions
}) {
  const t = useTranslations('people.administer')
  const r = useTranslations('people.role')
  const id = <input type="hidden" name="id" value={person.id} />
  if (person.deactivatedAt)
    return (
      <Panel title={t('title')}>
        <Form action={actions.reactivate}>
          {id}
          <p className="text-muted">{t('reactivateText')}</p>
          <SubmitButton tone="plain">{t('reactivate')}</SubmitButton>
        </Form>
      </Panel>
    )
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-6">
        <Form action={actions.giveRole} className="flex flex-col gap-3">
          {id}
          <Select
            name="role"
            label={t('role')}
            defaultValue={person.role}
            required
            options={roles.map((value) => ({ value, label: r(value) }))}
          />
          <SubmitButton tone="plain">{t('giveRole')}</SubmitButton>
        </Form>
        <Form action={actions.offerLink} className="flex flex-col gap-3">
          {id}
          <p className="text-muted">
            {t('ways', {
              ways: [ways.password && t('password'), ...ways.providers].filter(Boolean).join(', ') || t('noWay'),
            })}
          </p>
          <SubmitButton tone="plain">{t('offerLink')}</SubmitButton>
        </Form>
        <Form action={actions.deactivate} className="flex flex-col gap-3">
          {id}
          <p className="text-muted">{t('deactivateText')}</p>
          <SubmitButton tone="danger">{t('deactivate')}</SubmitButton>
        </Form>
      </div>
    </Panel>
  )
}
