import { useTranslations } from 'next-intl'
import { ZoneField } from '#components/accounts/zone-field.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { kinds, type Milestone, milestoneNames, milestones, severities } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import type { Suggestions } from '#lib/incidents/suggestions.ts'
import { mechanismGroups, mechanisms } from '#lib/mechanisms/catalogue.ts'
import { type Option, optionsOf } from '#lib/options.ts'
import { FactRows } from './fact-rows.tsx'
import { FormPart } from './form-part.tsx'
import { MechanismPicker } from './mechanism-picker.tsx'
import { MomentField } from './moment-field.tsx'
import { useMomentText } from './part-form.tsx'
import { useRows } from './part-rows.ts'

type BasicsGiven = { incident?: IncidentOut; teams: Option[]; team?: string; zone: string }
type Given = Omit<BasicsGiven, 'incident'> & { services: Option[]; suggestions: Suggestions }

/** Those most people know first; the others wait in a part of their own. */
const first: readonly Milestone[] = ['impactStarted', 'detected', 'mitigated', 'resolved']
const others = milestoneNames.filter((name) => !first.includes(name))
const severityNames = Object.keys(severities) as (keyof typeof severities)[]

/** What an incident is called and whose it is. A severity is chosen once; afterwards it has a log. */
export function BasicFields({ incident, teams, team, zone }: BasicsGiven) {
  const t = useTranslations('incidents.form')
  return (
    <>
      <TextField
        name="title"
        label={t('title')}
        hint={t('titleHint')}
        defaultValue={incident?.title}
        required
        maxLength={200}
      />
      {!incident && (
        <RadioGroup
          name="severity"
          label={t('severity')}
          hint={t('severityHint')}
          required
          choices={severityNames.map((value) => ({ value, label: severities[value], hint: t(`severities.${value}`) }))}
        />
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="kind"
          label={t('kind')}
          defaultValue={incident?.kind ?? ''}
          required
          placeholder={t('choose')}
          options={optionsOf(kinds)}
        />
        <Select
          name="team"
          label={t('team')}
          defaultValue={incident?.team.slug ?? team ?? ''}
          required
          placeholder={t('choose')}
          options={teams}
        />
      </div>
      <ZoneField
        name="zone"
        label={t('zone')}
        hint={incident ? t('zoneOfEdit', { zone }) : t('zoneHint')}
        defaultValue={zone}
      />
    </>
  )
}

/** An incident as a form to record it: what is known now, with the rest to follow part by part. */
export function IncidentFields(given: Given) {
  const t = useTranslations('incidents.form')
  return (
    <>
      <BasicFields {...given} />
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-1 font-medium">{t('when')}</legend>
        <p className="text-sm text-muted">{t('whenHint')}</p>
        <MilestoneFields names={first} zone={given.zone} />
      </fieldset>
      <FormPart
        title={t('moreMilestones')}
        hint={t('moreMilestonesHint')}
        names={others.map((name) => `milestones.${name}`)}
      >
        <MilestoneFields names={others} zone={given.zone} />
      </FormPart>
      <Parts {...given} />
    </>
  )
}

function Parts(given: Given) {
  const t = useTranslations('incidents.form')
  const parts = useTranslations('incidents.parts')
  const momentText = useMomentText()
  const { services, windows } = useRows(given)
  const numbered = (row: (number: number) => string) => Array.from({ length: 20 }, (_, index) => row(index + 1))
  const groups = Object.entries(mechanismGroups).map(([group, label]) => ({
    label,
    choices: mechanisms
      .filter((mechanism) => mechanism.group === group)
      .map(({ code, name, definition }) => ({ code, name, definition })),
  }))
  const common = { zone: given.zone, momentText }
  return (
    <>
      <FormPart title={t('services')} hint={t('servicesHint')} names={['services']} open>
        <FactRows
          name="services"
          {...services}
          {...common}
          spare={2}
          text={{
            row: numbered((number) => parts('where.row', { number })),
            another: parts('where.another'),
            remove: parts('remove'),
          }}
        />
      </FormPart>
      <FormPart title={t('windows')} hint={t('windowsHint')} names={['windows']}>
        <FactRows
          name="windows"
          {...windows}
          {...common}
          text={{
            row: numbered((number) => parts('windows.row', { number })),
            another: parts('windows.another'),
            remove: parts('remove'),
          }}
        />
      </FormPart>
      <FormPart title={t('mechanisms')} hint={t('mechanismsHint')} names={['mechanisms']}>
        <MechanismPicker groups={groups} chosen={[]} label={t('mechanisms')} />
      </FormPart>
    </>
  )
}

function MilestoneFields({ names, zone }: { names: readonly Milestone[]; zone: string }) {
  const text = useMomentText()
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2">
      {names.map((name) => (
        <MomentField
          key={name}
          name={`milestones.${name}`}
          label={milestones[name].label}
          hint={milestones[name].definition}
          zone={zone}
          text={text}
        />
      ))}
    </div>
  )
}
