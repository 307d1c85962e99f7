import { useTranslations } from 'next-intl'
import { serviceRoles } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import type { Suggestions } from '#lib/incidents/suggestions.ts'
import {
  certainties,
  defenceOutcomes,
  evidenceKinds,
  factorRoles,
  locationKinds,
  measures,
  mitigationMethods,
  mitigationResults,
  responseRoles,
} from '#lib/incidents/vocabulary.ts'
import { mechanismOptionGroups } from '#lib/mechanisms/options.ts'
import { type Option, optionsOf } from '#lib/options.ts'
import type { RowField, RowValues } from './fact-rows.tsx'

/** What a part's form shows and lets one choose from. Names are empty for those who may not see them. */
export type PartGiven = {
  incident?: IncidentOut
  names?: Record<string, string>
  services: Option[]
  suggestions: Suggestions
}

export type RowsOf = { rows: RowValues[]; fields: RowField[]; most: number }

export type RowList =
  | 'windows'
  | 'numbers'
  | 'services'
  | 'locations'
  | 'factors'
  | 'defences'
  | 'mitigations'
  | 'roles'
  | 'evidence'

/** Every list of facts as boxes, with the rows that stand. */
export function useRows({ incident, names = {}, services, suggestions }: PartGiven): Record<RowList, RowsOf> {
  const t = useTranslations('incidents.rows')
  return {
    windows: {
      most: 20,
      rows: (incident?.windows ?? []).map(({ trafficShare, failingShare, locations, ...window }) => ({
        ...window,
        trafficShare: percent(trafficShare),
        failingShare: percent(failingShare),
        locations: locations.join(', '),
      })),
      fields: [
        { name: 'startedAt', label: t('startedAt'), kind: 'moment', required: true },
        { name: 'endedAt', label: t('endedAt'), hint: t('endedAtHint'), kind: 'moment' },
        {
          name: 'scope',
          label: t('scope'),
          hint: t('scopeHint'),
          kind: 'line',
          required: true,
          wide: true,
          maxLength: 200,
        },
        { name: 'trafficShare', label: t('trafficShare'), hint: t('shareHint'), kind: 'line', inputMode: 'decimal' },
        { name: 'failingShare', label: t('failingShare'), hint: t('shareHint'), kind: 'line', inputMode: 'decimal' },
        { name: 'symptom', label: t('symptom'), kind: 'line', wide: true, maxLength: 200 },
        { name: 'journey', label: t('journey'), kind: 'line', suggestions: suggestions.journeys, maxLength: 200 },
        { name: 'locations', label: t('windowLocations'), hint: t('windowLocationsHint'), kind: 'line' },
      ],
    },
    numbers: {
      most: 30,
      rows: (incident?.numbers ?? []).map(({ value, ...number }) => ({ ...number, value: String(value) })),
      fields: [
        { name: 'measure', label: t('measure'), kind: 'choice', options: optionsOf(measures), required: true },
        { name: 'value', label: t('value'), hint: t('valueHint'), kind: 'line', inputMode: 'decimal', required: true },
        { name: 'certainty', label: t('certainty'), kind: 'choice', options: optionsOf(certainties), required: true },
        {
          name: 'unit',
          label: t('unit'),
          hint: t('unitHint'),
          kind: 'line',
          suggestions: suggestions.units,
          maxLength: 40,
        },
        { name: 'method', label: t('method'), kind: 'line', wide: true, maxLength: 300 },
      ],
    },
    services: {
      most: 30,
      rows: (incident?.services ?? []).map(({ slug, role }) => ({ service: slug, role })),
      fields: [
        { name: 'service', label: t('service'), kind: 'choice', options: services, required: true },
        { name: 'role', label: t('role'), kind: 'choice', options: optionsOf(serviceRoles), required: true },
      ],
    },
    locations: {
      most: 60,
      rows: incident?.locations ?? [],
      fields: [
        { name: 'kind', label: t('locationKind'), kind: 'choice', options: optionsOf(locationKinds), required: true },
        {
          name: 'name',
          label: t('locationName'),
          kind: 'line',
          suggestions: suggestions.locations,
          required: true,
          maxLength: 100,
        },
      ],
    },
    factors: {
      most: 20,
      rows: incident?.factors ?? [],
      fields: [
        { name: 'mechanism', label: t('mechanism'), kind: 'choice', options: mechanismOptionGroups, required: true },
        { name: 'role', label: t('factorRole'), kind: 'choice', options: optionsOf(factorRoles), required: true },
        { name: 'text', label: t('factorText'), kind: 'line', wide: true },
        { name: 'evidence', label: t('factorEvidence'), kind: 'line', wide: true, inputMode: 'url', maxLength: 2000 },
      ],
    },
    defences: {
      most: 20,
      rows: incident?.defences ?? [],
      fields: [
        {
          name: 'name',
          label: t('defenceName'),
          kind: 'line',
          suggestions: suggestions.defences,
          required: true,
          maxLength: 200,
        },
        { name: 'outcome', label: t('outcome'), kind: 'choice', options: optionsOf(defenceOutcomes), required: true },
        { name: 'text', label: t('sentence'), kind: 'line', wide: true },
      ],
    },
    mitigations: {
      most: 30,
      rows: incident?.mitigations ?? [],
      fields: [
        {
          name: 'method',
          label: t('mitigationMethod'),
          kind: 'choice',
          options: optionsOf(mitigationMethods),
          required: true,
        },
        { name: 'result', label: t('result'), kind: 'choice', options: optionsOf(mitigationResults), required: true },
        { name: 'byRole', label: t('byRole'), kind: 'choice', options: optionsOf(responseRoles) },
        { name: 'at', label: t('at'), kind: 'moment' },
        { name: 'text', label: t('sentence'), kind: 'line', wide: true },
      ],
    },
    roles: {
      most: 30,
      rows: (incident?.roles ?? []).map((role) => ({ ...role, name: names[role.id] ?? '' })),
      fields: [
        { name: 'role', label: t('responseRole'), kind: 'choice', options: optionsOf(responseRoles), required: true },
        { name: 'area', label: t('area'), kind: 'line', maxLength: 100 },
        { name: 'from', label: t('heldFrom'), kind: 'moment' },
        { name: 'until', label: t('heldUntil'), kind: 'moment' },
        { name: 'name', label: t('name'), hint: t('nameHint'), kind: 'line', wide: true, maxLength: 200 },
      ],
    },
    evidence: {
      most: 50,
      rows: incident?.evidence ?? [],
      fields: [
        { name: 'kind', label: t('evidenceKind'), kind: 'choice', options: optionsOf(evidenceKinds), required: true },
        { name: 'title', label: t('title'), kind: 'line', required: true, maxLength: 200 },
        { name: 'url', label: t('url'), kind: 'line', wide: true, required: true, inputMode: 'url', maxLength: 2000 },
      ],
    },
  }
}

const percent = (share: number | null) =>
  share === null ? null : `${new Intl.NumberFormat('en', { maximumSignificantDigits: 6 }).format(share * 100)} %`
