import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleHelp,
  CircleSlash,
  Copy,
  Eye,
  Handshake,
  type IconNode,
  OctagonPause,
  RotateCcw,
  Send,
  ShieldAlert,
} from 'lucide'
import { Badge } from '#components/ui/badge.tsx'
import type { Tone } from '#components/ui/tone.ts'
import { type CommitmentKind, commitments, type ProgressKind, progresses } from '#lib/action-items/vocabulary.ts'

const decided: Record<CommitmentKind, { tone: Tone; icon: IconNode }> = {
  proposed: { tone: 'neutral', icon: CircleHelp },
  accepted: { tone: 'neutral', icon: Handshake },
  risk_accepted: { tone: 'warn', icon: ShieldAlert },
  declined: { tone: 'neutral', icon: CircleSlash },
  handed: { tone: 'neutral', icon: Send },
  duplicate: { tone: 'neutral', icon: Copy },
}

const moved: Record<ProgressKind, { tone: Tone; icon: IconNode }> = {
  open: { tone: 'neutral', icon: CircleDashed },
  in_progress: { tone: 'neutral', icon: CircleDot },
  blocked: { tone: 'warn', icon: OctagonPause },
  in_verification: { tone: 'neutral', icon: Eye },
  verified: { tone: 'ok', icon: CircleCheck },
  regressed: { tone: 'danger', icon: RotateCcw },
  dropped: { tone: 'neutral', icon: CircleSlash },
}

type State = { commitment: { kind: CommitmentKind }; progress: { kind: ProgressKind } }

/** What was decided, and how far it is. What follows from the other is left out. */
export function StateBadges({ item }: { item: State }) {
  const { commitment, progress } = item
  return (
    <>
      {(commitment.kind !== 'accepted' || progress.kind === 'open') && (
        <Badge {...decided[commitment.kind]}>{commitments[commitment.kind]}</Badge>
      )}
      {progress.kind !== 'open' && <Badge {...moved[progress.kind]}>{progresses[progress.kind]}</Badge>}
    </>
  )
}
