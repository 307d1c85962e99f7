import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { formatInstant } from '#lib/time.ts'
import { kinds, milestoneNames, milestones, serviceRoles, severities } from './model.ts'
import type { IncidentOut } from './schema.ts'
import {
  certainties,
  defenceOutcomes,
  detectionMethods,
  evidenceKinds,
  factorRoles,
  impactStartBases,
  labelOf,
  locationKinds,
  measures,
  mitigationMethods,
  mitigationResults,
  responseRoles,
  triggerKinds,
} from './vocabulary.ts'

export type FactPart = { part: string; label: string; lines: string[] }

/** Every fact as a line of plain words, part by part: what a comparison of two revisions is made of. */
const factLines = (incident: IncidentOut): FactPart[] => [...whatAndWhen(incident), ...howAndWhy(incident)]

function whatAndWhen(incident: IncidentOut): FactPart[] {
  return [
    {
      part: 'basics',
      label: 'Basics',
      lines: [incident.title, `${labelOf(kinds, incident.kind)}, ${incident.team.name}, ${incident.zone}`],
    },
    {
      part: 'severity',
      label: 'Severity',
      lines: incident.severityLog.length
        ? incident.severityLog.map((line) => told([labelOf(severities, line.severity), moment(line.at), line.reason]))
        : [severities[incident.severity]],
    },
    {
      part: 'milestones',
      label: 'Milestones',
      lines: [
        ...milestoneNames.flatMap((name) =>
          incident.milestones[name] ? `${milestones[name].label}: ${moment(incident.milestones[name])}` : [],
        ),
        ...(incident.impactStartBasis
          ? [`Impact started: ${labelOf(impactStartBases, incident.impactStartBasis)}`]
          : []),
      ],
    },
    {
      part: 'windows',
      label: 'Impact windows',
      lines: incident.windows.map((window) =>
        told([
          `${moment(window.startedAt)} – ${moment(window.endedAt) || 'open'}`,
          ...[window.scope, window.symptom, window.journey, window.locations.join(', ')],
          ...[shareOf('traffic', window.trafficShare), shareOf('failing', window.failingShare)],
        ]),
      ),
    },
    {
      part: 'numbers',
      label: 'Impact in numbers',
      lines: incident.numbers.map(({ measure, value, unit, method, certainty }) =>
        told([`${labelOf(measures, measure)}: ${value}`, unit, method, labelOf(certainties, certainty)]),
      ),
    },
  ]
}

function howAndWhy(incident: IncidentOut): FactPart[] {
  const { detection, trigger } = incident
  return [
    {
      part: 'where',
      label: 'Where',
      lines: [
        ...incident.services.map(({ name, role }) => `${name}: ${labelOf(serviceRoles, role)}`),
        ...incident.locations.map(({ kind, name }) => `${name}: ${labelOf(locationKinds, kind)}`),
        ...incident.journeys,
      ],
    },
    {
      part: 'detection',
      label: 'Detection and trigger',
      lines: [
        told(['Noticed by', detection.method ? labelOf(detectionMethods, detection.method) : '', detection.source]),
        detection.customer ? `A customer told us first: ${detection.customer}` : '',
        told(['Set off by', trigger.kind ? labelOf(triggerKinds, trigger.kind) : '', trigger.reference]),
      ].filter((line) => line.includes(':') || line.includes(' · ')),
    },
    {
      part: 'factors',
      label: 'Contributing factors',
      lines: incident.factors.map(({ mechanism, role, text, evidence }) =>
        told([findMechanism(mechanism)?.name ?? mechanism, labelOf(factorRoles, role), text, evidence]),
      ),
    },
    {
      part: 'defences',
      label: 'Defences',
      lines: incident.defences.map(({ name, outcome, text }) => told([name, labelOf(defenceOutcomes, outcome), text])),
    },
    {
      part: 'mitigations',
      label: 'Mitigations',
      lines: incident.mitigations.map(({ method, byRole, result, at, text }) =>
        told([
          ...[labelOf(mitigationMethods, method), labelOf(mitigationResults, result), moment(at)],
          ...[byRole ? labelOf(responseRoles, byRole) : '', text],
        ]),
      ),
    },
    {
      part: 'evidence',
      label: 'Evidence',
      lines: incident.evidence.map(({ kind, title, url }) => told([labelOf(evidenceKinds, kind), title, url])),
    },
    {
      part: 'roles',
      label: 'Roles in the response',
      lines: incident.roles.map(({ role, area, from, until }) =>
        told([labelOf(responseRoles, role), area, moment(from), moment(until)]),
      ),
    },
  ]
}

export type FactDifference = { part: string; label: string; gone: string[]; come: string[] }

/** Line by line; parts that say the same are left out. Order alone is no difference. */
export function diffFacts(before: IncidentOut | null, after: IncidentOut | null): FactDifference[] {
  const [old, current] = [before ? factLines(before) : [], after ? factLines(after) : []]
  const parts = new Map([...old, ...current].map(({ part, label }) => [part, label]))
  return [...parts].flatMap(([part, label]) => {
    const [a, b] = [old, current].map((side) => side.find((one) => one.part === part)?.lines ?? [])
    const gone = (a ?? []).filter((line) => !b?.includes(line))
    const come = (b ?? []).filter((line) => !a?.includes(line))
    return gone.length + come.length > 0 ? { part, label, gone, come } : []
  })
}

const moment = (at: string | null | undefined) => (at ? formatInstant(new Date(at), 'UTC') : '')
const told = (parts: string[]) => parts.filter(Boolean).join(' · ')
const shareOf = (what: string, share: number | null) =>
  share === null ? '' : `${Number((share * 100).toPrecision(4))} % ${what}`
