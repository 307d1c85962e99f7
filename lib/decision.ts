/** The answer to "may this actor do that?": yes, or no with a sentence a person can act on. */
export type Decision = { allowed: true } | { allowed: false; reason: string }

export const allow: Decision = { allowed: true }
export const deny = (reason: string): Decision => ({ allowed: false, reason })

/** Every condition must hold; the first one that does not gives the reason. */
export const all = (...decisions: Decision[]): Decision => decisions.find((decision) => !decision.allowed) ?? allow

export const when = (holds: boolean, reason: string): Decision => (holds ? allow : deny(reason))
