import { useTranslations } from 'next-intl'
import { ZoneField } from '#components/accounts/zone-field.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { type Option, Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { kinds, type Milestone, milestoneNames, milestones, serviceRoles, severities } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { mechanismGroups, mechanisms } from '#lib/mechanisms/catalogue.ts'
import { FormPart } from './form-part.tsx'
import { MechanismPicker } from './mechanism-picker.tsx'
import { MomentField } from './moment-field.tsx'
import { ServiceRows } from './service-rows.tsx'
import { WindowRows } from './window-rows.tsx'

type Given = { incident?: IncidentOut; teams: Option[]; services: Option[]; team?: string; zone: string }

/** Those most people know first; the others wait in a part of their own. */
const first: readonly Milestone[] = ['impactStarted', 'detected', 'mitigated', 'resolved']

/** The facts of an incident as a form, to record them and to correct them. */
const severityNames = Object.keys(severities) as (keyof typeof severities)[]

export function IncidentFields({ incident, teams, services, team, zone }: Given) {
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
      <RadioGroup
        name="severity"
        label={t('severity')}
        hint={t('severityHint')}
        defaultValue={incident?.severity}
        required
        choices={severityNames.map((value) => ({ value, label: severities[value], hint: t(`severities.${value}`) }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          name="kind"
          label={t('kind')}
          defaultValue={incident?.kind ?? ''}
          required
          placeholder={t('choose')}
          options={options(kinds)}
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
      {incident && <input type="hidden" name="timesIn" value={zone} />}
      <ZoneField
        name="zone"
        label={t('zone')}
        hint={incident ? t('zoneOfEdit', { zone }) : t('zoneHint')}
        defaultValue={zone}
      />
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-1 font-medium">{t('when')}</legend>
        <p className="text-sm text-muted">{t('whenHint')}</p>
        <MilestoneFields names={first} incident={incident} zone={zone} />
      </fieldset>
      <FormPart
        title={t('moreMilestones')}
        hint={t('moreMilestonesHint')}
        names={milestoneNames.filter((name) => !first.includes(name)).map((name) => `milestones.${name}`)}
      >
        <MilestoneFields
          names={milestoneNames.filter((name) => !first.includes(name))}
          incident={incident}
          zone={zone}
        />
      </FormPart>
      <Parts incident={incident} services={services} zone={zone} />
    </>
  )
}

function Parts({ incident, services, zone }: Pick<Given, 'incident' | 'services' | 'zone'>) {
  const t = useTranslations('incidents.form')
  const momentText = useMomentText()
  const groups = Object.entries(mechanismGroups).map(([group, label]) => ({
    label,
    choices: mechanisms
      .filter((mechanism) => mechanism.group === group)
      .map(({ code, name, definition }) => ({ code, name, definition })),
  }))
  return (
    <>
      <FormPart title={t('services')} hint={t('servicesHint')} names={['services']} open={!incident}>
        <ServiceRows
          rows={(incident?.services ?? []).map(({ slug, role }) => ({ slug, role }))}
          services={services}
          roles={options(serviceRoles)}
          text={{ service: t('service'), role: t('role'), add: t('addService') }}
        />
      </FormPart>
      <FormPart title={t('windows')} hint={t('windowsHint')} names={['windows']}>
        <WindowRows
          rows={incident?.windows ?? []}
          zone={zone}
          momentText={momentText}
          text={{
            legend: t('window'),
            startedAt: t('windowStarted'),
            endedAt: t('windowEnded'),
            scope: t('windowScope'),
            symptom: t('windowSymptom'),
            traffic: t('windowTraffic'),
            failing: t('windowFailing'),
            add: t('addWindow'),
          }}
        />
      </FormPart>
      <FormPart title={t('mechanisms')} hint={t('mechanismsHint')} names={['mechanisms']}>
        <MechanismPicker groups={groups} chosen={incident?.mechanisms ?? []} label={t('mechanisms')} />
      </FormPart>
    </>
  )
}

function MilestoneFields({
  names,
  incident,
  zone,
}: {
  names: readonly Milestone[]
  incident?: IncidentOut
  zone: string
}) {
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
          value={incident?.milestones[name]}
          text={text}
        />
      ))}
    </div>
  )
}

function useMomentText() {
  const t = useTranslations('incidents.form.moment')
  return { which: t('which'), first: t('first'), second: t('second'), leaveOut: t('leaveOut') }
}

const options = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
