import { Ban, CircleDashed, ShieldCheck } from 'lucide'
import { Status } from '#components/ui/badge.tsx'
import { isRedundant } from '#lib/risks/model.ts'
import { type RedundancyState, redundancyStates } from '#lib/risks/vocabulary.ts'

/** What can be counted on today, in words and with an icon. */
export function RedundancyBadge({ state }: { state: RedundancyState }) {
  const safe = isRedundant(state)
  return (
    <Status
      tone={safe ? 'ok' : state === 'none' ? 'danger' : 'warn'}
      icon={safe ? ShieldCheck : state === 'none' ? Ban : CircleDashed}
    >
      {redundancyStates[state]}
    </Status>
  )
}
