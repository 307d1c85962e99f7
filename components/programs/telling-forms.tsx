import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { mechanismOptionGroups } from '#lib/mechanisms/options.ts'
import { type Option, optionsOf } from '#lib/options.ts'
import { colours, effects, type ProgramState, verdicts } from '#lib/programs/vocabulary.ts'

type Send = { action: FormAction }
const FORM = 'flex max-w-2xl flex-col gap-4'

/** Only where it can go, or what is missing for it. */
export function MoveForms({
  ahead,
  action,
}: Send & { ahead: { to: ProgramState; decision: { allowed: true } | { allowed: false; reason: string } }[] }) {
  const t = useTranslations('programs.move')
  return (
    <div className="flex flex-col gap-1">
      {ahead.map(({ to, decision }) =>
        decision.allowed ? (
          <OpeningForm key={to} summary={t(`button.${to}`)} action={action} submit={t(`button.${to}`)}>
            <input type="hidden" name="to" value={to} />
            <TextArea
              name="reason"
              label={t('reason')}
              required={to === 'stopped' || to === 'closed'}
              rows={2}
              maxLength={2000}
            />
          </OpeningForm>
        ) : (
          <p key={to} className="text-muted">
            {t(`button.${to}`)}: {decision.reason}
          </p>
        ),
      )}
    </div>
  )
}

export function StateHealthForm({ action, until, stated }: Send & { until: string; stated: boolean }) {
  const t = useTranslations('programs.health')
  return (
    <>
      <OpeningForm summary={t('state')} action={action} submit={t('stateSubmit')}>
        <Select name="colour" label={t('colour')} required placeholder="" options={optionsOf(colours)} />
        <TextField name="until" type="date" label={t('until')} hint={t('untilHint')} defaultValue={until} required />
        <TextArea name="reason" label={t('reason')} required rows={2} maxLength={2000} />
      </OpeningForm>
      {stated && (
        <OpeningForm summary={t('takeBack')} action={action} submit={t('takeBack')}>
          <input type="hidden" name="colour" value="" />
          <TextArea name="reason" label={t('reason')} required rows={2} maxLength={2000} />
        </OpeningForm>
      )}
    </>
  )
}

export function DecisionForm({ action, open = false }: Send & { open?: boolean }) {
  const t = useTranslations('programs.decisions')
  return (
    <OpeningForm summary={t('add')} open={open} action={action} submit={t('add')}>
      <TextField name="text" label={t('text')} required maxLength={500} />
      <TextArea name="reason" label={t('reason')} required rows={2} maxLength={2000} />
    </OpeningForm>
  )
}

export function WatchForm({ action }: Send) {
  const t = useTranslations('programs.watches')
  const tiers = [0, 1, 2].map((tier) => ({ value: String(tier), label: t('tier', { tier }) }))
  return (
    <OpeningForm summary={t('add')} action={action} submit={t('add')}>
      <Select name="mechanism" label={t('mechanism')} required placeholder="" options={mechanismOptionGroups} />
      <Select name="maxTier" label={t('maxTier')} placeholder={t('everyTier')} options={tiers} />
      <Select
        name="inScope"
        label={t('where')}
        required
        defaultValue="false"
        options={[
          { value: 'false', label: t('everywhere') },
          { value: 'true', label: t('inScope') },
        ]}
      />
    </OpeningForm>
  )
}

export function UpdateForm({ action, teams, today }: Send & { teams: Option[]; today: string }) {
  const t = useTranslations('programs.updates')
  return (
    <Form action={action} className={FORM}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select name="team" label={t('team')} required defaultValue={teams[0]?.value ?? ''} options={teams} />
        <TextField name="weekOf" type="date" label={t('weekOf')} defaultValue={today} required />
      </div>
      {(['done', 'next', 'blocked', 'numbers', 'ask'] as const).map((line) => (
        <TextField key={line} name={line} label={t(line)} hint={t(`hint.${line}`)} maxLength={500} />
      ))}
      <div>
        <SubmitButton>{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}

type Report = Send & { kind: 'monthly' | 'quarterly'; from: string; until: string; criteria: readonly string[] }

/** The data is told already: the writer adds how they judge it. */
export function ReportForm({ action, kind, from, until, criteria }: Report) {
  const t = useTranslations('programs.reports')
  return (
    <Form action={action} className={FORM}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="until" value={until} />
      {kind === 'quarterly' &&
        criteria.map((criterion, index) => (
          <fieldset key={criterion} className="flex flex-col gap-3">
            <legend className="mb-1 font-medium">{criterion}</legend>
            <Select
              name={`verdicts.${index}.verdict`}
              label={t('verdict', { number: index + 1 })}
              required
              defaultValue="not_yet"
              options={optionsOf(verdicts)}
            />
            <TextField
              name={`verdicts.${index}.note`}
              label={t('verdictNote', { number: index + 1 })}
              maxLength={2000}
            />
          </fieldset>
        ))}
      <TextArea name="judgement" label={t('judgement')} hint={t('judgementHint')} required rows={6} maxLength={10000} />
      <div>
        <SubmitButton>{t(`submit.${kind}`)}</SubmitButton>
      </div>
    </Form>
  )
}

export function JudgeForm({ incident, action }: Send & { incident: { number: number; title: string } }) {
  const t = useTranslations('programs.effects')
  return (
    <OpeningForm summary={t('judge', { number: incident.number })} action={action} submit={t('judgeSubmit')}>
      <input type="hidden" name="incident" value={incident.number} />
      <Select name="effect" label={t('effect')} required placeholder="" options={optionsOf(effects)} />
      <TextArea name="why" label={t('why')} required rows={2} maxLength={2000} />
    </OpeningForm>
  )
}

export function AgreeForms({ number, action }: Send & { number: number }) {
  const t = useTranslations('programs.effects')
  return (
    <div className="flex flex-wrap gap-x-4">
      {(['true', 'false'] as const).map((agrees) => (
        <OpeningForm
          key={agrees}
          summary={t(agrees === 'true' ? 'agree' : 'disagree', { number })}
          action={action}
          submit={t(agrees === 'true' ? 'agreeSubmit' : 'disagreeSubmit')}
        >
          <input type="hidden" name="agrees" value={agrees} />
          <TextArea name="note" label={t('note')} required={agrees === 'false'} rows={2} maxLength={2000} />
        </OpeningForm>
      ))}
    </div>
  )
}
