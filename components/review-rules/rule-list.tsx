import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Checkbox, CheckboxGroup } from '#components/ui/checkbox.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { severityNames, sideNames } from '#lib/review-rules/model.ts'
import type { RuleOut } from '#lib/review-rules/schema.ts'

type Actions = { save: FormAction; reset: FormAction }

/** Each rule as the sentence people are shown, and behind it the form that changes it. */
export function RuleList({ rules, actions }: { rules: RuleOut[]; actions: Actions }) {
  const t = useTranslations('reviewRules')
  return (
    <ul className="flex flex-col divide-y divide-line">
      {rules.map((rule) => (
        <li
          key={`${rule.severity} ${rule.team?.slug ?? ''}`}
          className="flex flex-col gap-1.5 py-4 first:pt-0 last:pb-0"
        >
          <p className="flex flex-wrap items-center gap-2 font-semibold">
            {severityNames[rule.severity]} · {rule.team?.name ?? t('everybody')}
            <Badge tone={rule.edited ? 'accent' : 'neutral'}>{t(rule.edited ? 'edited' : 'shipped')}</Badge>
          </p>
          <p>{rule.says}</p>
          <p className="text-muted">
            {t('terms', {
              draft: rule.draftDays,
              publish: rule.publishDays,
              unit: t(rule.businessDays ? 'businessDays' : 'days'),
            })}
          </p>
          <Disclosure summary={t('change')}>
            <Form action={actions.save}>
              <Place rule={rule} />
              <RuleFields rule={rule} />
              <div>
                <SubmitButton>{t('save')}</SubmitButton>
              </div>
            </Form>
            {rule.edited && (
              <Form action={actions.reset} className="mt-3">
                <Place rule={rule} />
                <SubmitButton tone="quiet" size="small">
                  {t('reset')}
                </SubmitButton>
              </Form>
            )}
          </Disclosure>
        </li>
      ))}
    </ul>
  )
}

function Place({ rule: { severity, team } }: { rule: RuleOut }) {
  return (
    <>
      <input type="hidden" name="severity" value={severity} />
      {team && <input type="hidden" name="team" value={team.slug} />}
    </>
  )
}

type Terms = Pick<RuleOut, 'approvals' | 'fromEach' | 'draftDays' | 'publishDays' | 'businessDays'>

export function RuleFields({ rule }: { rule: Terms }) {
  const t = useTranslations('reviewRules')
  const number = (name: 'approvals' | 'draftDays' | 'publishDays', max: number) => (
    <TextField
      name={name}
      label={t(name)}
      type="number"
      min={name === 'approvals' ? 0 : 1}
      max={max}
      defaultValue={String(rule[name])}
      required
    />
  )
  return (
    <>
      {number('approvals', 5)}
      <CheckboxGroup
        name="fromEach"
        label={t('fromEach')}
        choices={sideNames.map((side) => ({
          value: side,
          label: t(side),
          defaultChecked: rule.fromEach.includes(side),
        }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {number('draftDays', 180)}
        {number('publishDays', 365)}
      </div>
      <Checkbox name="businessDays" value="true" label={t('count')} defaultChecked={rule.businessDays} />
    </>
  )
}
