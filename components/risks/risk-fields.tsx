import { useTranslations } from 'next-intl'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { type Option, optionsOf } from '#lib/options.ts'
import type { RiskOut } from '#lib/risks/schema.ts'
import {
  detectabilities,
  failoverModes,
  failureDomains,
  impacts,
  layers,
  likelihoods,
  redundancies,
} from '#lib/risks/vocabulary.ts'
import { ChoiceBoxes, NumberBoxes, ServiceBoxes } from './link-fields.tsx'

type Choices = { teams: Option[]; people: Option[]; services: Option[]; programs: Option[]; risks: Option[] }
type Begun = { component?: string; team?: string; services?: readonly string[] }

/** What it is, how bad it would be, who looks after it, and what hangs together with it. */
export function RiskFields({ risk, choices, begun = {} }: { risk?: RiskOut; choices: Choices; begun?: Begun }) {
  const t = useTranslations('risks.form')
  const select = (
    name: 'layer' | 'domain' | 'redundancy' | 'failover',
    words: Record<string, string>,
    value: string,
  ) => <Select name={name} label={t(name)} required placeholder="" defaultValue={value} options={optionsOf(words)} />
  return (
    <>
      <TextField
        name="component"
        label={t('component')}
        hint={t('componentHint')}
        required
        maxLength={200}
        defaultValue={risk?.component ?? begun.component}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        {select('layer', layers, risk?.layer ?? '')}
        {select('domain', failureDomains, risk?.domain ?? '')}
        {select('redundancy', redundancies, risk?.redundancy ?? '')}
        {select('failover', failoverModes, risk?.failover ?? 'absent')}
      </div>
      <Scales risk={risk} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="team"
          label={t('team')}
          required
          placeholder=""
          defaultValue={risk?.team.slug ?? begun.team ?? ''}
          options={choices.teams}
        />
        <Select
          name="owner"
          label={t('owner')}
          hint={t('ownerHint')}
          placeholder=""
          defaultValue={risk?.owner?.id ?? ''}
          options={choices.people}
        />
      </div>
      <Disclosure summary={t('more')} open={risk !== undefined}>
        <div className="flex flex-col gap-5">
          <More risk={risk} choices={choices} begun={begun} />
        </div>
      </Disclosure>
    </>
  )
}

function Scales({ risk }: { risk: RiskOut | undefined }) {
  const t = useTranslations('risks.form')
  const scales = { impact: impacts, likelihood: likelihoods, detectability: detectabilities }
  return (
    <div className="grid gap-5 sm:grid-cols-3">
      {(['impact', 'likelihood', 'detectability'] as const).map((name) => (
        <Select
          key={name}
          name={name}
          label={t(name)}
          required
          placeholder=""
          defaultValue={risk ? String(risk[name]) : ''}
          options={optionsOf(scales[name])}
        />
      ))}
    </div>
  )
}

function More({ risk, choices, begun }: { risk: RiskOut | undefined; choices: Choices; begun: Begun }) {
  const t = useTranslations('risks.form')
  const { services, programs, risks } = choices
  const others = risks.filter(({ value }) => value !== String(risk?.number))
  return (
    <>
      {(['sharedFate', 'detection', 'impactNote'] as const).map((name) => (
        <TextArea
          key={name}
          name={name}
          label={t(name)}
          hint={t(`${name}Hint`)}
          rows={2}
          maxLength={2000}
          defaultValue={risk?.[name]}
        />
      ))}
      <div className="grid gap-5 sm:grid-cols-3">
        {(['rtoTargetMinutes', 'rpoTargetMinutes'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            inputMode="numeric"
            defaultValue={risk?.[name]?.toString() ?? ''}
          />
        ))}
        <TextField name="targetOn" type="date" label={t('targetOn')} defaultValue={risk?.targetOn ?? ''} />
      </div>
      <input type="hidden" name="breakGlass" value="no" />
      <Checkbox
        name="breakGlass"
        label={t('breakGlass')}
        hint={t('breakGlassHint')}
        defaultChecked={risk?.breakGlass ?? false}
      />
      <ServiceBoxes
        label={t('services')}
        services={services}
        chosen={risk?.services.map(({ slug }) => slug) ?? begun.services ?? []}
      />
      <ChoiceBoxes
        name="dependsOn"
        label={t('dependsOn')}
        hint={t('dependsOnHint')}
        options={others}
        chosen={risk?.dependsOn.map(({ number }) => String(number)) ?? []}
      />
      <NumberBoxes
        name="incidents"
        label={t('incidents')}
        hint={t('incidentsHint')}
        numbers={risk?.incidents.map(({ number }) => number) ?? []}
      />
      <NumberBoxes
        name="items"
        label={t('items')}
        hint={t('itemsHint')}
        numbers={risk?.items.map(({ number }) => number) ?? []}
      />
      {programs.length > 0 && (
        <Select
          name="program"
          label={t('program')}
          placeholder=""
          defaultValue={risk?.program ? String(risk.program.number) : ''}
          options={programs}
        />
      )}
    </>
  )
}
