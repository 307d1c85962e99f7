import { useTranslations } from 'next-intl'
import { Callout } from '#components/ui/callout.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { formatDate, formatInstant } from '#lib/time.ts'
import type { RequirementOut } from '#lib/waivers/schema.ts'

type Props = {
  requirement: RequirementOut
  zone: string
  /** Null for those who may not decide. */
  actions: { waive: FormAction; withdraw: FormAction } | null
  /** A SEV1 always needs one. */
  waivable: boolean
}

/** Whether a postmortem is needed and why, until when, and the place to decide otherwise with a reason. */
export function Requirement({ requirement, zone, actions, waivable }: Props) {
  const t = useTranslations('waivers')
  const { because, written, draftDueOn, overdue, waiver } = requirement
  if (waiver)
    return (
      <Callout tone="neutral" title={t('waivedTitle')}>
        <p>{waiver.reason}</p>
        <p className="text-sm text-muted">
          {t('waivedBy', { name: waiver.by?.name ?? 'Firebreak', at: formatInstant(new Date(waiver.waivedAt), zone) })}
        </p>
        {actions && <Reason action={actions.withdraw} label={t('withdrawReason')} button={t('withdraw')} />}
      </Callout>
    )
  if (because.length === 0) return written > 0 ? null : <p className="text-muted">{t('notNeeded')}</p>
  const day = draftDueOn && formatDate(draftDueOn)
  return (
    <Callout tone={written > 0 ? 'neutral' : overdue ? 'danger' : 'warn'} title={t('needed')}>
      <ul className="list-disc pl-5">
        {because.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {day && <p className="mt-1 font-medium">{t(overdue ? 'overdue' : 'due', { day })}</p>}
      {actions && waivable && written === 0 && (
        <Reason
          action={actions.waive}
          label={t('reason')}
          hint={t('reasonHint')}
          button={t('waive')}
          summary={t('none')}
        />
      )}
    </Callout>
  )
}

type ReasonProps = { action: FormAction; label: string; button: string; hint?: string; summary?: string }

function Reason({ action, label, button, hint, summary }: ReasonProps) {
  return (
    <div className="mt-2 print:hidden">
      <OpeningForm summary={summary ?? button} action={action} submit={button} tone="plain" size="small">
        <TextArea name="reason" label={label} hint={hint} required maxLength={2000} rows={2} />
      </OpeningForm>
    </div>
  )
}
