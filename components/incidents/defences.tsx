import { Status } from '#components/ui/badge.tsx'
import type { Tone } from '#components/ui/tone.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { defenceOutcomes, labelOf } from '#lib/incidents/vocabulary.ts'
import { Line, Lines } from './lines.tsx'

const tones: Record<string, Tone> = {
  worked: 'ok',
  slowed: 'info',
  absent: 'warn',
  not_applicable: 'neutral',
  bypassed: 'warn',
  failed: 'danger',
  too_slow: 'warn',
  made_worse: 'danger',
}

export function DefenceOutcome({ outcome }: { outcome: string }) {
  return <Status tone={tones[outcome] ?? 'neutral'}>{labelOf(defenceOutcomes, outcome)}</Status>
}

/** What was meant to catch it, and what each did: the ones that held count as much as those that did not. */
export function Defences({ defences }: Pick<IncidentOut, 'defences'>) {
  return (
    <Lines>
      {defences.map(({ id, name, outcome, text }) => (
        <Line key={id} name={name} aside={<DefenceOutcome outcome={outcome} />}>
          {text}
        </Line>
      ))}
    </Lines>
  )
}
