import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { Defences } from './defences.tsx'
import { EvidenceLinks } from './evidence-links.tsx'
import { Factors } from './factors.tsx'
import { ImpactNumbers } from './impact-numbers.tsx'
import { ImpactWindows } from './impact-windows.tsx'
import { MilestoneTable } from './milestone-table.tsx'
import { Mitigations } from './mitigations.tsx'
import { Noticed } from './noticed.tsx'
import { ResponseRoles } from './response-roles.tsx'

/** Whether there is more to tell than what stands beside every incident. */
export const hasFacts = ({
  windows,
  numbers,
  factors,
  defences,
  mitigations,
  evidence,
  roles,
  severityLog,
}: IncidentOut) =>
  [windows, numbers, factors, defences, mitigations, evidence, roles, severityLog].some((rows) => rows.length > 0)

/** The facts as a document tells them: only what is known, in the order one asks. */
export function ToldFacts({ incident }: { incident: IncidentOut }) {
  const t = useTranslations('incidents.parts')
  const { zone, windows, numbers, factors, defences, mitigations, evidence, roles, detection, trigger } = incident
  const noticed = detection.method || detection.customer || trigger.kind || trigger.reference
  const parts: [string, unknown, ReactNode][] = [
    [t('windows.title'), windows.length, <ImpactWindows key="w" windows={windows} zone={zone} />],
    [t('numbers.title'), numbers.length, <ImpactNumbers key="n" numbers={numbers} />],
    [t('milestones.title'), true, <MilestoneTable key="m" incident={incident} />],
    [t('detection.title'), noticed, <Noticed key="d" detection={detection} trigger={trigger} />],
    [t('factors.title'), factors.length, <Factors key="f" factors={factors} />],
    [t('defences.title'), defences.length, <Defences key="g" defences={defences} />],
    [t('mitigations.title'), mitigations.length, <Mitigations key="x" mitigations={mitigations} zone={zone} />],
    [t('roles.title'), roles.length, <ResponseRoles key="r" roles={roles} zone={zone} />],
    [t('evidence.title'), evidence.length, <EvidenceLinks key="e" evidence={evidence} />],
  ]
  return (
    <div className="flex flex-col gap-7">
      {parts
        .filter(([, known]) => known)
        .map(([title, , content]) => (
          <div key={title}>
            <h3 className="mb-2.5 font-semibold text-md">{title}</h3>
            {content}
          </div>
        ))}
    </div>
  )
}
