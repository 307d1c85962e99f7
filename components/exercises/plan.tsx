import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { many, numbered } from '#components/risks/risk-facts.tsx'
import { Person } from '#components/ui/avatar.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import type { ExerciseOut } from '#lib/exercises/schema.ts'
import { environments, kinds } from '#lib/exercises/vocabulary.ts'
import { formatDate, formatDuration } from '#lib/time.ts'

/** The plan as it was agreed; rows only stand there when somebody filled them. */
export function Plan({ exercise }: { exercise: ExerciseOut }) {
  const t = useTranslations('exercises.fields')
  const { steadyStates, abortRules, preconditions } = exercise
  const rows: [Parameters<typeof t>[0], ReactNode][] = [
    [
      'kind',
      `${kinds[exercise.kind]}, ${environments[exercise.environment]}${exercise.automated ? `, ${t('automated')}` : ''}`,
    ],
    ['plannedOn', formatDate(exercise.plannedOn)],
    [
      'steadyStates',
      lines(
        steadyStates.map(({ metric = '', tolerance = '', query = '', baseline = '' }) =>
          steady({ metric, tolerance, query, baseline }),
        ),
      ),
    ],
    [
      'abortRules',
      lines(
        abortRules.map(({ condition, by, automatic, tested }) =>
          [condition, by, t(automatic ? 'automatic' : 'byHand'), tested ? t('tested') : ''].filter(Boolean).join(' · '),
        ),
      ),
    ],
    ['preconditions', lines(preconditions)],
    ['radius', [exercise.radius, exercise.radiusCap].filter(Boolean).join(' · ')],
    ['rto', exercise.rtoMinutes !== null && formatDuration(exercise.rtoMinutes * 60_000)],
    ['rpo', exercise.rpoMinutes !== null && formatDuration(exercise.rpoMinutes * 60_000)],
    ['team', many([[`/teams/${exercise.team.slug}`, exercise.team.name]])],
    ['owner', exercise.owner && <Person key="owner" name={exercise.owner.name} />],
    [
      'services',
      many(exercise.services.map(({ slug, name, tier }) => [`/services/${slug}`, `${name}, ${t('tier', { tier })}`])),
    ],
    ['risks', many(exercise.risks.map(numbered('/risks', 'RSK')))],
    ['incidents', many(exercise.incidents.map(numbered('/incidents', 'INC')))],
    ['program', exercise.program && many([numbered('/programs', 'PRG')(exercise.program)])],
  ]
  return (
    <>
      <p className="mb-4 max-w-prose text-md">{exercise.hypothesis}</p>
      <DescriptionList facts={rows.flatMap(([key, value]) => (value ? [{ label: t(key), value }] : []))} />
    </>
  )
}

const steady = ({
  metric,
  tolerance,
  query,
  baseline,
}: Record<'metric' | 'tolerance' | 'query' | 'baseline', string>) =>
  [`${metric}: ${tolerance}`, baseline, query].filter(Boolean).join(' · ')

const lines = (texts: readonly string[]): ReactNode =>
  texts.length > 0 && (
    <ul className="list-disc pl-4">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
