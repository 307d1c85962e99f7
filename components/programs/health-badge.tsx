import { CircleAlert, CircleCheck, type IconNode, TriangleAlert } from 'lucide'
import { Badge, Status } from '#components/ui/badge.tsx'
import type { Tone } from '#components/ui/tone.ts'
import { type Colour, colours } from '#lib/programs/vocabulary.ts'

const looks: Record<Colour, { tone: Tone; icon: IconNode }> = {
  green: { tone: 'ok', icon: CircleCheck },
  amber: { tone: 'warn', icon: TriangleAlert },
  red: { tone: 'danger', icon: CircleAlert },
}

/** Never a colour alone: the word and the drawing say it too. */
export function HealthBadge({ colour, quiet }: { colour: Colour; quiet?: boolean }) {
  const Look = quiet ? Status : Badge
  return <Look {...looks[colour]}>{colours[colour]}</Look>
}
