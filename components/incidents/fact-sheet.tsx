import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { doubts } from '#lib/incidents/doubts.ts'
import type { IncidentOut, RelationOut } from '#lib/incidents/schema.ts'
import { Defences } from './defences.tsx'
import { EvidenceLinks } from './evidence-links.tsx'
import { Factors } from './factors.tsx'
import { ImpactNumbers } from './impact-numbers.tsx'
import { ImpactWindows } from './impact-windows.tsx'
import { MilestoneTable } from './milestone-table.tsx'
import { Mitigations } from './mitigations.tsx'
import { Noticed } from './noticed.tsx'
import { partHref } from './part-pages.ts'
import { pointsOf, windowsOf } from './points.ts'
import { RelatedIncidents } from './related-incidents.tsx'
import { ResponseRoles } from './response-roles.tsx'
import { SeverityLog } from './severity-log.tsx'
import { SpanFigures } from './span-figures.tsx'

type Props = {
  incident: IncidentOut
  relations: RelationOut[]
  /** By role; empty for those who may not edit. */
  names: Record<string, string>
  mayEdit: boolean
  now: Date
}

/** Everything known of an incident. What is not recorded yet is one short list at the end rather than ten empty boxes. */
export function FactSheet({ incident, relations, names, mayEdit, now }: Props) {
  const t = useTranslations('incidents')
  const { number } = incident
  const parts = contents({ incident, relations, names, now })
  const absent = parts.filter(({ content }) => content === null)
  const twoAsked = incident.factors.length === 1 && ['sev1', 'sev2'].includes(incident.severity)
  return (
    <>
      <Panel title={t('figures.title')}>
        <SpanFigures incident={incident} />
      </Panel>
      {parts.map(
        ({ part, content }) =>
          content && (
            <div key={part} id={part} className="scroll-mt-20">
              <Panel
                title={t(`parts.${part}.title`)}
                actions={mayEdit && <Edit href={partHref(number, part)} part={t(`parts.${part}.title`)} />}
              >
                {content}
                {part === 'factors' && twoAsked && (
                  <p className="mt-4 text-sm text-muted print:hidden">{t('facts.twoFactors')}</p>
                )}
              </Panel>
            </div>
          ),
      )}
      {absent.length > 0 && mayEdit && (
        <div className="print:hidden">
          <Panel title={t('sheet.notYet')}>
            <p className="text-muted">{t('sheet.notYetIntro')}</p>
            <ul className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-2">
              {absent.map(({ part }) => (
                <li key={part}>
                  <Link href={partHref(number, part)} className="font-medium text-accent hover:underline">
                    {t(`parts.${part}.title`)}
                  </Link>
                  <span className="block text-sm text-muted">{t(`parts.${part}.hint`)}</span>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      )}
    </>
  )
}

function Edit({ href, part }: { href: string; part: string }) {
  const t = useTranslations('incidents.sheet')
  return (
    <Link
      href={href}
      aria-label={`${t('edit')}: ${part}`}
      className="text-sm text-muted hover:text-ink hover:underline"
    >
      {t('edit')}
    </Link>
  )
}

/** In the order they are read: what it did, when, why, what stood against it, what ended it. Null is not recorded yet. */
function contents({ incident, relations, names, now }: Omit<Props, 'mayEdit'>) {
  const { zone, windows, numbers, factors, defences, mitigations, evidence, roles, detection, trigger } = incident
  const told = { ...incident, milestones: pointsOf(incident), windows: windowsOf(incident) }
  const noticed = detection.method || detection.source || detection.customer || trigger.kind || trigger.reference
  const some = (rows: readonly unknown[], content: ReactNode) => (rows.length > 0 ? content : null)
  return [
    { part: 'windows', content: some(windows, <ImpactWindows windows={windows} zone={zone} />) },
    { part: 'numbers', content: some(numbers, <ImpactNumbers numbers={numbers} />) },
    { part: 'milestones', content: <MilestoneTable incident={incident} doubts={doubts(told, now)} /> },
    { part: 'detection', content: noticed ? <Noticed detection={detection} trigger={trigger} /> : null },
    { part: 'factors', content: some(factors, <Factors factors={factors} />) },
    { part: 'defences', content: some(defences, <Defences defences={defences} />) },
    { part: 'mitigations', content: some(mitigations, <Mitigations mitigations={mitigations} zone={zone} />) },
    { part: 'relations', content: some(relations, <RelatedIncidents relations={relations} zone={zone} />) },
    { part: 'evidence', content: some(evidence, <EvidenceLinks evidence={evidence} />) },
    { part: 'roles', content: some(roles, <ResponseRoles roles={roles} names={names} zone={zone} />) },
    { part: 'severity', content: some(incident.severityLog, <SeverityLog incident={incident} />) },
  ] as const
}
