import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Person } from '#components/ui/avatar.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Time } from '#components/ui/time.tsx'
import { priorities } from '#lib/action-items/model.ts'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import { domains, efforts, purposes, strengths } from '#lib/action-items/vocabulary.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { formatDate } from '#lib/time.ts'

export function ItemFacts({ item, zone, now }: { item: ActionItemOut; zone: string; now: Date }) {
  const t = useTranslations('actionItems')
  const { doneWhen, owner, team, postmortem, priority, originalDueOn, dueOn, externalId, program, milestone } = item
  const origins = [
    ...(postmortem
      ? [{ href: `/postmortems/${postmortem.number}`, label: `PM-${postmortem.number} ${postmortem.title}` }]
      : []),
    ...(item.source ? [item.source] : []),
  ]
  const facts = [
    { label: t('fields.doneWhen'), value: doneWhen || <span className="text-muted">{t('item.noCriterion')}</span> },
    { label: t('fields.owner'), value: owner ? <Person name={owner.name} /> : t('noOwner') },
    {
      label: t('fields.team'),
      value: (
        <Link href={`/teams/${team.slug}`} className="hover:underline">
          {team.name}
        </Link>
      ),
    },
    { label: t('fields.due'), value: formatDate(dueOn) },
    ...(originalDueOn === dueOn ? [] : [{ label: t('fields.firstDue'), value: formatDate(originalDueOn) }]),
    { label: t('fields.priority'), value: `${priorities[priority].label}. ${priorities[priority].use}` },
    { label: t('fields.postmortem'), value: origins.length > 0 ? <Records records={origins} /> : t('item.alone') },
    ...(program
      ? [
          {
            label: t('fields.program'),
            value: (
              <Link href={`/programs/${program.number}`} className="hover:underline">
                PRG-{program.number} {program.name}
                {milestone && `: ${milestone.title}`}
              </Link>
            ),
          },
        ]
      : []),
    { label: t('fields.added'), value: <Time value={new Date(item.createdAt)} zone={zone} now={now} /> },
    ...(externalId ? [{ label: t('fields.externalId'), value: externalId }] : []),
    ...classified(item, t),
  ]
  return <DescriptionList facts={facts} />
}

/** Rows that only stand there when somebody filled them. */
function classified(item: ActionItemOut, t: (key: `fields.${Classified}`) => string) {
  const { purpose, domain, strength, effort, mechanism, shownBy, incidents, links } = item
  const rows: [Classified, ReactNode][] = [
    ['purpose', purpose && purposes[purpose]],
    ['domain', domain && domains[domain]],
    ['strength', strength && strengths[strength]],
    ['effort', effort && efforts[effort]],
    [
      'mechanism',
      mechanism && (
        <Link href={`/mechanisms/${mechanism}`} className="hover:underline">
          {findMechanism(mechanism)?.name ?? mechanism}
        </Link>
      ),
    ],
    ['shownBy', shownBy],
    ['incidents', incidents.length > 0 && <Records records={incidents.map(incidentLink)} />],
    ['links', links.length > 0 && <Links links={links} />],
  ]
  return rows.flatMap(([key, value]) => (value ? [{ label: t(`fields.${key}`), value }] : []))
}

type Classified = 'purpose' | 'domain' | 'strength' | 'effort' | 'mechanism' | 'shownBy' | 'incidents' | 'links'

type RecordLink = { href: string; label: string }

const incidentLink = ({ number, title }: { number: number; title: string }): RecordLink => ({
  href: `/incidents/${number}`,
  label: `INC-${number} ${title}`,
})

const Records = ({ records }: { records: readonly RecordLink[] }) => (
  <ul>
    {records.map(({ href, label }) => (
      <li key={href}>
        <Link href={href} className="hover:underline">
          {label}
        </Link>
      </li>
    ))}
  </ul>
)

const Links = ({ links }: Pick<ActionItemOut, 'links'>) => (
  <ul>
    {links.map(({ label, url }) => (
      <li key={`${label} ${url}`}>
        <a href={url} rel="noreferrer" className="text-accent hover:underline">
          {label}
        </a>
      </li>
    ))}
  </ul>
)
