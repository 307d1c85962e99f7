import { unknown } from '#lib/postmortems/marks.ts'
import type { Template } from '#lib/templates/schema.ts'
import { formatClock, formatDay } from '#lib/time.ts'

type Facts = {
  milestones: { impactStarted?: Date | null; mitigated?: Date | null }
  windows: readonly { scope: string; symptom: string; failingShare: number | null }[]
} | null

/** The first words, from the facts alone. What they do not say is asked, never guessed. */
export function prefill(template: Template, facts: Facts): string {
  return template.sections
    .map(
      ({ heading, prompt }, index) =>
        `## ${heading}\n\n${index === 0 ? whatHappened(facts) : unknown(firstSentence(prompt))}\n`,
    )
    .join('\n')
}

function whatHappened(facts: Facts): string {
  const { impactStarted, mitigated } = facts?.milestones ?? {}
  const from = impactStarted
    ? `${formatDay(impactStarted, 'UTC')}, ${formatClock(impactStarted, 'UTC')}`
    : unknown('when did it begin?')
  const to = mitigated
    ? `${impactStarted && sameDay(impactStarted, mitigated) ? '' : `${formatDay(mitigated, 'UTC')}, `}${formatClock(mitigated, 'UTC')}`
    : unknown('when was it over for customers?')
  const told = (facts?.windows ?? []).map(({ scope, symptom, failingShare }) => {
    const share = failingShare === null ? '' : ` (about ${Number((failingShare * 100).toPrecision(2))} % of requests)`
    return `- ${scope}: ${symptom || unknown('what did customers notice?')}${share}`
  })
  const effects = told.length > 0 ? told.join('\n') : unknown('who was affected, and what did they notice?')
  return `From ${from} to ${to} UTC:\n\n${effects}`
}

const sameDay = (one: Date, other: Date) => one.toISOString().slice(0, 10) === other.toISOString().slice(0, 10)

/** A mark is one line and short. */
const firstSentence = (prompt: string) =>
  (prompt.split(/(?<=[.?!])\s/)[0] ?? prompt).replaceAll(/[\]\n]/g, ' ').slice(0, 190)
