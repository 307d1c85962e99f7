import type { Finding } from '#lib/blameless/lint.ts'
import { scopeOf } from '#lib/blameless/scopes.ts'
import { findingsIn } from './ask.ts'
import { type Dismissals, dismissalsOf } from './dismissals.ts'
import type { HintsGiven } from './given.ts'

/** What there is to see: hints still open, and those dismissed in this section, in the order of the text. */
export type Shown = { source: string; open: readonly Finding[]; dismissed: readonly Finding[]; problem: string }
export type Hints = Pick<Dismissals, 'dismissForEveryone'> & {
  section: string
  given: HintsGiven
  look: (source: string) => void
  shown: () => Shown
  subscribe: (listener: () => void) => () => void
  dismiss: (finding: Finding) => Promise<void>
  bringBack: (finding: Finding) => Promise<void>
}

/** Whoever types is not interrupted; whoever pauses sees what there is. */
const PAUSE_MS = 400
const nothing: Shown = { source: '', open: [], dismissed: [], problem: '' }

/** The hints of one section in one tab: the editor and the list below it look at the same. */
export function createHints(section: string, given: HintsGiven): Hints {
  const dismissals = dismissalsOf(given)
  const listeners = new Set<() => void>()
  let shown = nothing
  let found: readonly Finding[] = []
  let source: string | undefined
  let pause: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    const about = (finding: Finding) => ({ finding, section })
    shown = {
      source: source ?? '',
      problem: dismissals.problem(),
      open: found.filter((finding) => !dismissals.holds(about(finding))),
      dismissed: found.filter((finding) => dismissals.isHere(about(finding))),
    }
    for (const listener of listeners) listener()
  }
  const ask = async (asked: string) => {
    const { names, facts } = given
    const answer = await findingsIn({ source: asked, scope: scopeOf(section), names, facts }).catch(() => [])
    if (asked !== source) return
    found = answer
    tell()
  }
  dismissals.subscribe(tell)
  return {
    section,
    given,
    dismissForEveryone: dismissals.dismissForEveryone,
    look(next) {
      if (next === source) return
      const first = source === undefined
      source = next
      clearTimeout(pause)
      pause = setTimeout(() => void ask(next), first ? 0 : PAUSE_MS)
    },
    shown: () => shown,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    dismiss: (finding) => dismissals.dismiss({ finding, section }),
    bringBack: (finding) => dismissals.bringBack({ finding, section }),
  }
}
