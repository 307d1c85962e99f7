import { Flame, type IconNode, Info, Minus, ShieldCheck, TriangleAlert } from 'lucide'
import { Badge, Status } from '#components/ui/badge.tsx'
import type { Tone } from '#components/ui/tone.ts'
import { severities } from '#lib/incidents/model.ts'

type Severity = keyof typeof severities

const looks: Record<Severity, { tone: Tone; icon: IconNode }> = {
  sev1: { tone: 'danger', icon: Flame },
  sev2: { tone: 'warn', icon: TriangleAlert },
  sev3: { tone: 'info', icon: Info },
  sev4: { tone: 'neutral', icon: Minus },
  near_miss: { tone: 'ok', icon: ShieldCheck },
}

/** `quiet` is for table cells. */
export function SeverityBadge({ severity, quiet }: { severity: Severity; quiet?: boolean }) {
  const Look = quiet ? Status : Badge
  return <Look {...looks[severity]}>{severities[severity]}</Look>
}
