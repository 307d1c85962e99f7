import { useTranslations } from 'next-intl'
import { Person } from '#components/ui/avatar.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Link } from '#components/ui/link.tsx'
import type { ProgramOut } from '#lib/programs/schema.ts'
import { cadences } from '#lib/programs/vocabulary.ts'
import { formatDate } from '#lib/time.ts'

/** Who answers for it, what it covers and when it is over. */
export function ProgramFacts({ program }: { program: ProgramOut }) {
  const t = useTranslations('programs.form')
  const { lead, sponsor, startOn, endOn, cadence, teams, services, exitCriteria, why, scopeIn, scopeOut } = program
  const facts = [
    { label: t('lead'), value: <Person name={lead.name} /> },
    { label: t('sponsor'), value: sponsor ? <Person name={sponsor.name} /> : t('nobody') },
    { label: t('dates'), value: t('fromTo', { from: formatDate(startOn), until: formatDate(endOn) }) },
    { label: t('cadence'), value: cadences[cadence].label },
    ...(why ? [{ label: t('why'), value: why }] : []),
    {
      label: t('exitCriteria'),
      value:
        exitCriteria.length > 0 ? (
          <ul className="list-disc pl-4">
            {exitCriteria.map((criterion) => (
              <li key={criterion}>{criterion}</li>
            ))}
          </ul>
        ) : (
          t('noneYet')
        ),
    },
    {
      label: t('teams'),
      value: (
        <ul>
          {teams.map(({ slug, name, contact }) => (
            <li key={slug}>
              <Link href={`/teams/${slug}`} className="hover:underline">
                {name}
              </Link>
              {contact && <span className="text-muted"> ({contact.name})</span>}
            </li>
          ))}
        </ul>
      ),
    },
    ...(services.length > 0 ? [{ label: t('services'), value: services.map(({ name }) => name).join(', ') }] : []),
    ...(scopeIn ? [{ label: t('scopeIn'), value: scopeIn }] : []),
    ...(scopeOut ? [{ label: t('scopeOut'), value: scopeOut }] : []),
  ]
  return <DescriptionList facts={facts} />
}
