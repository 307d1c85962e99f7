import { Ban, CalendarClock, CircleCheck, CircleHelp, CircleX, Hourglass, Play } from 'lucide'
import { useTranslations } from 'next-intl'
import { Status } from '#components/ui/badge.tsx'
import type { ExerciseListed } from '#lib/exercises/schema.ts'
import { outcomes, states } from '#lib/exercises/vocabulary.ts'
import { formatDate } from '#lib/time.ts'

const results = {
  confirmed: { tone: 'ok', icon: CircleCheck },
  disproved: { tone: 'danger', icon: CircleX },
  inconclusive: { tone: 'warn', icon: CircleHelp },
  aborted: { tone: 'warn', icon: Ban },
} as const
const progress = { planned: CalendarClock, running: Play, finished: CircleCheck, called_off: Ban } as const

/** How far it is, and once it ended what came of it. What is aged is grey. */
export function StateBadge({ exercise: { state, outcome, evidence } }: { exercise: ExerciseListed }) {
  if (!outcome)
    return (
      <Status tone={state === 'running' ? 'info' : 'neutral'} icon={progress[state]}>
        {states[state]}
      </Status>
    )
  const { tone, icon } = results[outcome]
  const aged = evidence === 'aged'
  return (
    <Status tone={aged ? 'neutral' : tone} icon={icon}>
      <span className={aged ? 'text-faint' : ''}>{outcomes[outcome]}</span>
    </Status>
  )
}

/** Until when what it showed counts. */
export function EvidenceBadge({ exercise: { evidence, validUntil } }: { exercise: ExerciseListed }) {
  const t = useTranslations('exercises.evidence')
  if (!validUntil || evidence === 'none') return null
  return (
    <Status tone={evidence === 'current' ? 'neutral' : 'warn'} icon={Hourglass}>
      <span className={evidence === 'aged' ? 'text-faint' : ''}>{t(evidence, { date: formatDate(validUntil) })}</span>
    </Status>
  )
}
