import { useTranslations } from 'next-intl'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { kinds, serviceRoles } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { ImpactWindows } from './impact-windows.tsx'
import { MilestoneTable } from './milestone-table.tsx'
import { SeverityBadge } from './severity-badge.tsx'
import { SpanFigures } from './span-figures.tsx'

/** What was measured: figures, impact and the moments they rest on. */
export function FactsPanel({ incident, level = 2 }: { incident: IncidentOut; level?: 2 | 3 }) {
  const t = useTranslations('incidents')
  return (
    <div className="flex flex-col gap-5">
      <Panel title={t('figures.title')} level={level}>
        <SpanFigures incident={incident} />
      </Panel>
      <Panel title={t('windows.title')} level={level}>
        <ImpactWindows windows={incident.windows} zone={incident.zone} />
      </Panel>
      <Panel title={t('milestones.title')} level={level}>
        <MilestoneTable incident={incident} />
      </Panel>
    </div>
  )
}

/** What, whose and where, in a column. */
export function IncidentFacts({ incident }: { incident: IncidentOut }) {
  const t = useTranslations('incidents')
  const { severity, kind, team, services, mechanisms, zone, externalId } = incident
  const facts = [
    { label: t('fields.severity'), value: <SeverityBadge severity={severity} quiet /> },
    { label: t('fields.kind'), value: kinds[kind] },
    {
      label: t('fields.team'),
      value: (
        <Link href={`/teams/${team.slug}`} className="hover:underline">
          {team.name}
        </Link>
      ),
    },
    { label: t('fields.services'), value: services.length > 0 ? <Services services={services} /> : t('none') },
    { label: t('fields.mechanisms'), value: mechanisms.length > 0 ? <Mechanisms codes={mechanisms} /> : t('none') },
    { label: t('fields.zone'), value: zone },
  ]
  return (
    <DescriptionList facts={externalId ? [...facts, { label: t('fields.externalId'), value: externalId }] : facts} />
  )
}

function Services({ services }: { services: IncidentOut['services'] }) {
  return (
    <ul className="flex flex-col gap-1">
      {services.map(({ slug, name, role }) => (
        <li key={slug}>
          <Link href={`/services/${slug}`} className="hover:underline">
            {name}
          </Link>{' '}
          <span className="text-muted">{serviceRoles[role as keyof typeof serviceRoles] ?? role}</span>
        </li>
      ))}
    </ul>
  )
}

function Mechanisms({ codes }: { codes: string[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {codes.map((code) => (
        <li key={code}>
          <Link
            href={`/mechanisms/${code}`}
            title={findMechanism(code)?.definition}
            className="hover:underline"
          >
            {findMechanism(code)?.name ?? code}
          </Link>
        </li>
      ))}
    </ul>
  )
}
