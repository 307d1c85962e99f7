import type { Actor } from '#lib/actor.ts'
import { allow, type Decision, deny } from '#lib/decision.ts'

/**
 * A person is invited by an administrator or comes in through an identity provider. They keep their profile themselves;
 * an administrator gives them a role and may deactivate them, which ends everything they are signed in with and leaves
 * everything they wrote. There is always an administrator who can sign in.
 */

/** The organization is one row with the number 1; events need a name for it that looks like all others. */
export const ORGANIZATION_ID = '00000000-0000-4000-8000-000000000001'

/** A setup link is used by somebody looking at the terminal; an invitation may wait over a weekend. */
export const SETUP_LINK_MS = 24 * 3_600_000
export const PASSWORD_LINK_MS = 72 * 3_600_000

export const roles = ['administrator', 'program_manager', 'member', 'auditor', 'guest'] as const

/** A token that could make tokens or change passwords would be worth more than its scopes say. */
export function inPerson(actor: Actor): Decision {
  if (actor.kind === 'person' && actor.via.kind === 'token')
    return deny('A token cannot do this. Sign in and do it in the settings.')
  return actor.kind === 'anonymous' ? deny('Sign in to continue.') : allow
}

/** `administrators` are the ids of all active ones. */
export function staysAdministered(administrators: readonly string[], leaving: string): Decision {
  const others = administrators.filter((id) => id !== leaving)
  return others.length > 0 || !administrators.includes(leaving)
    ? allow
    : deny('This is the last administrator. Make somebody else one first.')
}
