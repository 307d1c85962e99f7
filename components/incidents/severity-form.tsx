import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { severities } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { optionsOf } from '#lib/options.ts'
import { MomentField } from './moment-field.tsx'
import { useMomentText } from './part-form.tsx'

type Props = {
  action: FormAction
  zone: string
  corrected: IncidentOut['severityLog'][number] | undefined
  backHref: string
}

/** Another line for the log, or one in the place of a line that was wrong. */
export function SeverityForm({ action, zone, corrected, backHref }: Props) {
  const t = useTranslations('incidents.severity')
  const momentText = useMomentText()
  const declaration = corrected?.at === null
  return (
    <Form action={action}>
      <input type="hidden" name="timesIn" value={zone} />
      {corrected && <input type="hidden" name="replaces" value={corrected.id} />}
      <Select
        name="severity"
        label={t('level')}
        defaultValue={corrected?.severity ?? ''}
        placeholder=""
        required
        options={optionsOf(severities)}
      />
      {declaration ? (
        <p className="text-sm text-muted">{t('atDeclared')}</p>
      ) : (
        <MomentField
          name="at"
          label={t('at')}
          hint={t('atHint', { zone })}
          zone={zone}
          value={corrected?.at}
          text={momentText}
          required
        />
      )}
      <TextField name="reason" label={t('reason')} hint={t('reasonHint')} required maxLength={2000} />
      <div className="flex gap-2">
        <SubmitButton>{t(corrected ? 'submitCorrection' : 'submit')}</SubmitButton>
        {corrected && (
          <LinkButton href={backHref} tone="quiet">
            {t('cancel')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}
