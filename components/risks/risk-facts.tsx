import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Person } from '#components/ui/avatar.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Link } from '#components/ui/link.tsx'
import type { RiskOut } from '#lib/risks/schema.ts'
import {
  detectabilities,
  failoverModes,
  failureDomains,
  impacts,
  layers,
  likelihoods,
  redundancies,
} from '#lib/risks/vocabulary.ts'
import { formatDate, formatDuration } from '#lib/time.ts'

/** Rows that only stand there when somebody filled them. */
export function RiskFacts({ risk }: { risk: RiskOut }) {
  const t = useTranslations('risks.fields')
  const rows: [Parameters<typeof t>[0], ReactNode][] = [
    ['layer', layers[risk.layer]],
    ['domain', failureDomains[risk.domain]],
    ['built', redundancies[risk.redundancy]],
    ['failover', failoverModes[risk.failover]],
    ['impact', impacts[risk.impact as keyof typeof impacts]],
    ['likelihood', likelihoods[risk.likelihood as keyof typeof likelihoods]],
    ['detectability', detectabilities[risk.detectability as keyof typeof detectabilities]],
    ['impactNote', risk.impactNote],
    ['sharedFate', risk.sharedFate],
    ['detection', risk.detection],
    ['breakGlass', risk.breakGlass && t('breakGlassYes')],
    ['rto', span(risk.rtoTargetMinutes)],
    ['rpo', span(risk.rpoTargetMinutes)],
    ['team', many([[`/teams/${risk.team.slug}`, risk.team.name]])],
    ['owner', risk.owner ? <Person key="owner" name={risk.owner.name} /> : t('noOwner')],
    ['targetOn', risk.targetOn && formatDate(risk.targetOn)],
    [
      'services',
      many(risk.services.map(({ slug, name, tier }) => [`/services/${slug}`, `${name}, ${t('tier', { tier })}`])),
    ],
    ['dependsOn', many(risk.dependsOn.map(numbered('/risks', 'RSK')))],
    ['neededBy', many(risk.neededBy.map(numbered('/risks', 'RSK')))],
    ['incidents', many(risk.incidents.map(numbered('/incidents', 'INC')))],
    ['items', many(risk.items.map(numbered('/action-items', 'AI')))],
    ['exercises', many(risk.exercises.map(numbered('/exercises', 'EXE')))],
    ['program', risk.program && many([numbered('/programs', 'PRG')(risk.program)])],
    ['source', risk.source && many([[risk.source.href, risk.source.label]])],
  ]
  return (
    <DescriptionList
      facts={rows.flatMap(([key, value]) => (value ? [{ label: t(key), value: <Text>{value}</Text> }] : []))}
    />
  )
}

const Text = ({ children }: { children: ReactNode }) => <div className="whitespace-pre-line">{children}</div>

const span = (minutes: number | null) => (minutes === null ? null : formatDuration(minutes * 60_000))

export const numbered =
  (folder: string, prefix: string) =>
  ({ number, title }: { number: number; title: string }): [string, string] => [
    `${folder}/${number}`,
    `${prefix}-${number} ${title}`,
  ]

export const To = ({ href, label }: { href: string; label: string }) => (
  <Link href={href} className="hover:underline">
    {label}
  </Link>
)

/** Nothing for an empty list, so that its row is left out. */
export const many = (links: readonly [string, string][]): ReactNode =>
  links.length > 0 && (
    <ul>
      {links.map(([href, label]) => (
        <li key={href}>
          <To href={href} label={label} />
        </li>
      ))}
    </ul>
  )
