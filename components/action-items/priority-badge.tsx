import { ChevronDown, ChevronsUp, ChevronUp, type IconNode, Minus } from 'lucide'
import { Badge } from '#components/ui/badge.tsx'
import type { Tone } from '#components/ui/tone.ts'
import { type Priority, priorities } from '#lib/action-items/model.ts'

const looks: Record<Priority, { tone: Tone; icon: IconNode }> = {
  p0: { tone: 'danger', icon: ChevronsUp },
  p1: { tone: 'warn', icon: ChevronUp },
  p2: { tone: 'neutral', icon: Minus },
  p3: { tone: 'neutral', icon: ChevronDown },
}

export function PriorityBadge({ priority }: { priority: Priority }) {
  return <Badge {...looks[priority]}>{priorities[priority].label}</Badge>
}
