import type { FormAction } from '#components/ui/form-state.ts'
import { type Dismissed, isDismissed, markOf } from '#lib/blameless/dismissed.ts'
import type { Finding } from '#lib/blameless/lint.ts'
import type { HintsGiven } from './given.ts'

type About = { finding: Finding; section: string }
export type Dismissals = ReturnType<typeof createDismissals>

const known = new WeakMap<HintsGiven, Dismissals>()

/** One for all sections of a page: what is dismissed for everyone in one is gone from the others. */
export function dismissalsOf(given: HintsGiven): Dismissals {
  const one = known.get(given) ?? createDismissals(given)
  known.set(given, one)
  return one
}

function createDismissals({ dismissed, actions, text }: HintsGiven) {
  let now: Dismissed = dismissed
  let problem = ''
  const listeners = new Set<() => void>()
  const set = (next: Dismissed, said = '') => {
    now = next
    problem = said
    for (const listener of listeners) listener()
  }
  /** Shown at once; taken back, with the reason, when the server says no. */
  const send = async (action: FormAction, fields: Record<string, string>, next: Dismissed) => {
    const before = now
    set(next)
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    const state = await Promise.resolve(action({}, form)).catch(() => ({ message: text.notSaved }))
    const said = state.message ?? ('fields' in state ? state.fields?.[0]?.message : undefined)
    if (said) set(before, said)
  }
  const keyOf = ({ finding: { rule, text: words }, section }: About) => ({ section, rule, mark: markOf(words) })
  const isSame = (one: ReturnType<typeof keyOf>, other: ReturnType<typeof keyOf>) =>
    one.section === other.section && one.rule === other.rule && one.mark === other.mark
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    current: () => now,
    problem: () => problem,
    holds: ({ finding, section }: About) => isDismissed(finding, section, now),
    /** Dismissed in this place, and not by a decision for everyone: only that can be brought back here. */
    isHere: (about: About) => now.here.some((one) => isSame(one, keyOf(about))),
    dismiss: (about: About) => send(actions.dismiss, keyOf(about), { ...now, here: [...now.here, keyOf(about)] }),
    bringBack: (about: About) =>
      send(actions.bringBack, keyOf(about), { ...now, here: now.here.filter((one) => !isSame(one, keyOf(about))) }),
    dismissForEveryone: ({ rule, text: words }: Finding, { whole, reason }: { whole: boolean; reason: string }) => {
      const phrase = whole ? '' : words
      const everywhere = [...now.everywhere, { rule, phrase }]
      return send(actions.dismissForEveryone, { rule, phrase, reason }, { ...now, everywhere })
    },
  }
}
