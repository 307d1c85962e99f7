import {
  ArrowLeftRight,
  ArrowUpRight,
  Bell,
  BellRing,
  Binoculars,
  Bot,
  ChartSpline,
  Check,
  CircleHelp,
  Construction,
  Eye,
  Gauge,
  GitCommitHorizontal,
  HeartPulse,
  type IconNode,
  Megaphone,
  MessageSquare,
  Newspaper,
  PackageCheck,
  Settings2,
  Signpost,
  Sparkles,
  TrendingDown,
  TrendingUp,
  TriangleAlert,
  Undo2,
  UserRound,
  Wrench,
  Zap,
} from 'lucide'
import { Status } from '#components/ui/badge.tsx'
import type { Tone } from '#components/ui/tone.ts'
import { type EntryKind, entryKinds } from '#lib/timeline/model.ts'

const looks: Record<EntryKind, { tone: Tone; icon: IconNode }> = {
  change: { tone: 'neutral', icon: GitCommitHorizontal },
  condition: { tone: 'neutral', icon: Settings2 },
  warning: { tone: 'warn', icon: TriangleAlert },
  trigger: { tone: 'danger', icon: Zap },
  impact: { tone: 'danger', icon: TrendingDown },
  alert: { tone: 'warn', icon: Bell },
  detection: { tone: 'info', icon: Eye },
  declaration: { tone: 'info', icon: Megaphone },
  escalation: { tone: 'info', icon: ArrowUpRight },
  observation: { tone: 'neutral', icon: Binoculars },
  hypothesis: { tone: 'neutral', icon: CircleHelp },
  decision: { tone: 'accent', icon: Signpost },
  action: { tone: 'accent', icon: Wrench },
  mitigation: { tone: 'ok', icon: HeartPulse },
  recovery: { tone: 'ok', icon: Sparkles },
  communication: { tone: 'neutral', icon: MessageSquare },
  impact_change: { tone: 'danger', icon: ChartSpline },
  impact_end: { tone: 'ok', icon: TrendingUp },
  automation: { tone: 'neutral', icon: Bot },
  report: { tone: 'warn', icon: UserRound },
  page: { tone: 'info', icon: BellRing },
  acknowledgement: { tone: 'info', icon: Check },
  severity: { tone: 'info', icon: Gauge },
  hand_over: { tone: 'info', icon: ArrowLeftRight },
  obstacle: { tone: 'warn', icon: Construction },
  rollback: { tone: 'accent', icon: Undo2 },
  fix: { tone: 'ok', icon: PackageCheck },
  notice: { tone: 'neutral', icon: Newspaper },
}

/** Kinds of another version are shown by their name. */
export function EntryKindLabel({ kind }: { kind: string }) {
  const known = Object.hasOwn(looks, kind) ? (kind as EntryKind) : null
  return known ? <Status {...looks[known]}>{entryKinds[known]}</Status> : <Status>{kind}</Status>
}
