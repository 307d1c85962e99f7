import { BookOpenCheck, CircleCheck, Eye, type IconNode, MessageSquareWarning, PencilLine, Undo2 } from 'lucide'
import { Badge, Status } from '#components/ui/badge.tsx'
import type { Tone } from '#components/ui/tone.ts'
import { type State, states } from '#lib/postmortems/model.ts'

const looks: Record<State, { tone: Tone; icon: IconNode }> = {
  draft: { tone: 'neutral', icon: PencilLine },
  in_review: { tone: 'info', icon: Eye },
  changes_asked: { tone: 'warn', icon: MessageSquareWarning },
  approved: { tone: 'accent', icon: CircleCheck },
  published: { tone: 'ok', icon: BookOpenCheck },
  retracted: { tone: 'danger', icon: Undo2 },
}

export function StateBadge({ state, quiet = false }: { state: State; quiet?: boolean }) {
  const Shape = quiet ? Status : Badge
  return <Shape {...looks[state]}>{states[state]}</Shape>
}
