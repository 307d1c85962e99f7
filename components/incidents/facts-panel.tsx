import { useTranslations } from 'next-intl'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { calledAs } from '#lib/incidents/metrics.ts'
import { kinds, serviceRoles, severities } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { labelOf, locationKinds } from '#lib/incidents/vocabulary.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { linesOf } from './points.ts'
import { SeverityBadge } from './severity-badge.tsx'

/** What, whose and where, in a column. */
export function IncidentFacts({ incident }: { incident: IncidentOut }) {
  const t = useTranslations('incidents')
  const { kind, team, services, mechanisms, locations, journeys, zone, externalId } = incident
  const facts = [
    { label: t('fields.severity'), value: <Called incident={incident} /> },
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
    ...(locations.length > 0 ? [{ label: t('facts.locations'), value: <Places locations={locations} /> }] : []),
    ...(journeys.length > 0 ? [{ label: t('facts.journeys'), value: journeys.join(', ') }] : []),
    { label: t('fields.mechanisms'), value: mechanisms.length > 0 ? <Mechanisms codes={mechanisms} /> : t('none') },
    { label: t('fields.zone'), value: zone },
  ]
  return (
    <DescriptionList facts={externalId ? [...facts, { label: t('fields.externalId'), value: externalId }] : facts} />
  )
}

/** The final one; the declared and the worst only where they were others. */
function Called({ incident }: { incident: IncidentOut }) {
  const t = useTranslations('incidents.facts')
  const { severity } = incident
  const called = calledAs(linesOf(incident))
  return (
    <>
      <SeverityBadge severity={severity} quiet />
      {called && (called.declared !== severity || called.peak !== severity) && (
        <span className="block text-sm text-muted">
          {t('declaredAs', { severity: severities[called.declared] })}
          {called.peak !== severity &&
            called.peak !== called.declared &&
            `, ${t('peak', { severity: severities[called.peak] })}`}
        </span>
      )}
    </>
  )
}

function Places({ locations }: Pick<IncidentOut, 'locations'>) {
  return (
    <ul className="flex flex-col gap-1">
      {locations.map(({ kind, name }) => (
        <li key={`${kind} ${name}`}>
          {name} <span className="text-muted">{labelOf(locationKinds, kind)}</span>
        </li>
      ))}
    </ul>
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
          <Link href={`/mechanisms/${code}`} title={findMechanism(code)?.definition} className="hover:underline">
            {findMechanism(code)?.name ?? code}
          </Link>
        </li>
      ))}
    </ul>
  )
}
