import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { append, type Locked, lockSection } from './append.ts'
import { changeBetween } from './change-between.ts'

type Wanted = { postmortemId: string; key: string; body: string }

/**
 * Gives a section another text as a whole: a form, REST, an import, a restored revision. It becomes one update, so those
 * who have the section open see it arrive like a colleague's typing. The caller has decided that it may, and says what
 * happened. Answers with the new version, or the old one where nothing differs.
 */
export async function replaceText(work: Work, { postmortemId, key, body }: Wanted): Promise<number> {
  const section = await lockSection(work, postmortemId, key)
  return section ? replaceLocked(work, section, body) : refuse(notFound)
}

/** The same, for whoever holds the section already. */
export async function replaceLocked(work: Work, section: Locked, body: string): Promise<number> {
  if (section.body === body) return section.version
  const changes = changeBetween(section.body, body)
  const { version } = await append(work, section, [{ clientID: `whole:${work.requestId}`.slice(0, 80), changes }])
  return version
}
