import type { Work } from '#lib/context.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { append, lockSection } from './append.ts'
import { changeBetween } from './change-between.ts'
import type { Locked } from './model.ts'

type Wanted = { postmortemId: string; key: string; body: string }

/**
 * Gives a section another text as a whole: a form, REST, an import, a restored revision. It becomes one update, so those
 * who have the section open see it arrive like a colleague's typing. The caller has decided that it may, and says what
 * happened. Answers with the new version, or the old one where nothing differs.
 */
export async function replaceText(work: Work, { postmortemId, key, body }: Wanted): Promise<number> {
  const section = (await lockSection(work, postmortemId, key)) ?? refuse(notFound)
  const [replaced] = await replaceLocked(work, [{ section, body }])
  return replaced?.version ?? section.version
}

/** The same, for whoever holds the sections already. Answers with those that became others. */
export async function replaceLocked(
  work: Work,
  wanted: readonly { section: Locked; body: string }[],
): Promise<Locked[]> {
  const clientID = `whole:${work.requestId}`.slice(0, 80)
  const appending = wanted
    .filter(({ section, body }) => section.body !== body)
    .map(({ section, body }) => ({ section, updates: [{ clientID, changes: changeBetween(section.body, body) }] }))
  return appending.length > 0 ? append(work, appending) : []
}
