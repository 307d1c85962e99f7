import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { TemplateOut } from '#lib/templates/schema.ts'

type Actions = Record<'takeShipped' | 'deactivate' | 'reactivate', FormAction>

/** What an administrator can do with a template beside editing it. */
export function TemplateActions({ template, actions }: { template: TemplateOut; actions: Actions }) {
  const t = useTranslations('templates.view')
  const { key, origin, shipped, active } = template
  const column = 'flex flex-col gap-3'
  return (
    <div className="flex flex-col gap-2">
      {origin === 'organization' && shipped !== null && (
        <OpeningForm summary={t('takeShipped')} action={actions.takeShipped} submit={t('takeShipped')} tone="plain">
          <p className="text-sm text-muted">{t('takeShippedHint')}</p>
          <TextField name="note" label={t('note')} maxLength={2000} />
        </OpeningForm>
      )}
      {active ? (
        <OpeningForm summary={t('deactivate')} action={actions.deactivate} submit={t('deactivate')} tone="danger">
          <p className="text-sm text-muted">{t('deactivateHint')}</p>
          <TextField name="reason" label={t('note')} maxLength={2000} />
        </OpeningForm>
      ) : (
        <Form action={actions.reactivate} className={column}>
          <SubmitButton tone="plain">{t('reactivate')}</SubmitButton>
        </Form>
      )}
      <div className="pt-2">
        <LinkButton href={`/settings/templates/${key}/edit`} tone="primary">
          {t('edit')}
        </LinkButton>
      </div>
    </div>
  )
}

/** The release has newer questions than those somebody looked at. */
export function UpdateOffer({ template: { key, origin, version, basedOn, update } }: { template: TemplateOut }) {
  const t = useTranslations('templates.view')
  if (update === null || basedOn === null) return null
  return (
    <Callout tone="info" title={t('updateTitle')}>
      <p>{t('updateText', { basedOn, version: update })}</p>
      <LinkButton
        href={`/settings/templates/${key}/compare?from=${origin}-${version}&to=shipped-${update}`}
        size="small"
        className="mt-2"
      >
        {t('compareShipped', { version: update })}
      </LinkButton>
    </Callout>
  )
}
