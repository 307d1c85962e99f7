import { useTranslations } from 'next-intl'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Doubt } from '#lib/incidents/doubts.ts'
import { milestoneNames, milestones } from '#lib/incidents/model.ts'
import type { Part } from '#lib/incidents/parts.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { detectionMethods, impactStartBases, triggerKinds } from '#lib/incidents/vocabulary.ts'
import { optionsOf } from '#lib/options.ts'
import { formatInstant } from '#lib/time.ts'
import { FactRows } from './fact-rows.tsx'
import { MomentField } from './moment-field.tsx'
import { type PartGiven, type RowList, useRows } from './part-rows.ts'

/** 3: as many factors as a review of a SEV2 usually finds, so that nobody has to ask for another row first. */
const FIRST_ROWS = 3

type Given = PartGiven & { incident: IncidentOut; doubts: Doubt[] }

/** The boxes of one part of the facts. The basics have a page of their own. */
export function PartFields({ part, given }: { part: Exclude<Part, 'basics'>; given: Given }) {
  if (part === 'milestones') return <Milestones {...given} />
  if (part === 'detection') return <Noticing incident={given.incident} />
  if (part === 'where') return <Where given={given} />
  return <ListOf list={part} part={part} given={given} />
}

function ListOf({
  list,
  part,
  given,
  keys,
}: {
  list: RowList
  part: Exclude<Part, 'basics' | 'milestones' | 'detection'>
  given: PartGiven & { incident: IncidentOut }
  keys?: 'location'
}) {
  const t = useTranslations('incidents.parts')
  const { rows, fields, most } = useRows(given)[list]
  const momentText = useMomentText()
  const row = (number: number) => (keys ? t('where.locationRow', { number }) : t(`${part}.row`, { number }))
  const count = Math.min(most, rows.length + 12)
  return (
    <FactRows
      name={list}
      rows={rows}
      fields={fields}
      zone={given.incident.zone}
      most={most}
      spare={rows.length === 0 ? FIRST_ROWS : 1}
      text={{
        row: Array.from({ length: count }, (_, index) => row(index + 1)),
        another: keys ? t('where.anotherLocation') : t(`${part}.another`),
        remove: t('remove'),
      }}
      momentText={momentText}
    />
  )
}

function Where({ given }: { given: Given }) {
  const t = useTranslations('incidents.parts.where')
  return (
    <>
      <h2 className="font-semibold">{t('services')}</h2>
      <ListOf list="services" part="where" given={given} />
      <h2 className="mt-2 font-semibold">{t('locations')}</h2>
      <ListOf list="locations" part="where" given={given} keys="location" />
      <TextField
        name="journeys"
        label={t('journeys')}
        hint={t('journeysHint')}
        defaultValue={given.incident.journeys.join(', ')}
        maxLength={2000}
      />
    </>
  )
}

function Milestones({ incident, doubts }: Given) {
  const t = useTranslations('incidents')
  const text = useMomentText()
  return (
    <div className="grid items-start gap-x-5 gap-y-6 sm:grid-cols-2">
      {milestoneNames.map((name) => (
        <div key={name} className="flex flex-col gap-2">
          <MomentField
            name={`milestones.${name}`}
            label={milestones[name].label}
            hint={milestones[name].definition}
            zone={incident.zone}
            value={incident.milestones[name]}
            text={text}
          />
          <Beside at={incident.milestones[name]} doubts={doubts.filter(({ milestone }) => milestone === name)} />
          {name === 'impactStarted' && (
            <RadioGroup
              name="impactStartBasis"
              label={t('form.basis')}
              defaultValue={incident.impactStartBasis ?? ''}
              choices={[...optionsOf(impactStartBases), { value: '', label: t('form.basisUnknown') }]}
            />
          )}
        </div>
      ))}
    </div>
  )
}

/** The same moment in UTC, and what about it does not fit the others. */
function Beside({ at, doubts }: { at: string | null | undefined; doubts: Doubt[] }) {
  return (
    <>
      {at && <p className="text-sm text-muted tabular-nums">{formatInstant(new Date(at), 'UTC')}</p>}
      {doubts.map(({ message }) => (
        <p key={message} className="text-sm text-warn">
          {message}
        </p>
      ))}
    </>
  )
}

function Noticing({ incident: { detection, trigger } }: { incident: IncidentOut }) {
  const t = useTranslations('incidents')
  const notSaid = t('parts.detection.notSaid')
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <Select
        name="detection.method"
        label={t('parts.detection.method')}
        defaultValue={detection.method ?? ''}
        placeholder={notSaid}
        options={optionsOf(detectionMethods)}
      />
      <TextField
        name="detection.source"
        label={t('parts.detection.source')}
        hint={t('parts.detection.sourceHint')}
        defaultValue={detection.source}
        maxLength={200}
      />
      <RadioGroup
        name="detection.customer"
        label={t('parts.detection.customer')}
        defaultValue={detection.customer ?? ''}
        choices={[
          { value: 'yes', label: t('facts.yes') },
          { value: 'no', label: t('facts.no') },
          { value: '', label: notSaid },
        ]}
      />
      <Select
        name="trigger.kind"
        label={t('parts.detection.triggerKind')}
        defaultValue={trigger.kind ?? ''}
        placeholder={notSaid}
        options={optionsOf(triggerKinds)}
      />
      <TextField
        name="trigger.reference"
        label={t('parts.detection.reference')}
        hint={t('parts.detection.referenceHint')}
        defaultValue={trigger.reference}
        maxLength={2000}
      />
    </div>
  )
}

export function useMomentText() {
  const t = useTranslations('incidents.form.moment')
  return { which: t('which'), first: t('first'), second: t('second'), leaveOut: t('leaveOut') }
}
