import { startDispatcher } from '#lib/jobs/dispatch.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { publishPostmortem } from '#lib/postmortems/publish.ts'
import { requestReview } from '#lib/postmortems/request-review.ts'
import { decideReview } from '#lib/reviews/decide.ts'
import type { Kind } from '#lib/search/model.ts'
import { search } from '#lib/search/search.ts'
import { type Name, NOW, type World } from '#lib/testing/world.ts'

const asked = [
  ...['summary', 'impact', 'trigger', 'factors', 'defences', 'detection', 'response', 'mitigation'],
  ...['went_well', 'was_hard', 'luck', 'lessons', 'actions'],
]
/** All that the classic template asks for before review and publication: a reason for having no items is among it. */
export const texts = (body: string, version = 1) => [
  ...asked.map((key) => ({ key, version, body })),
  { key: 'evidence', version, body: 'https://graphs.example/stale-answers' },
]
export const restricted = { visibility: 'restricted', restrictedReason: 'security' }

/** A draft of Max that has all of its texts. */
export async function drafted(
  cast: World,
  {
    body = 'The cache served stale answers for twelve minutes.',
    ...given
  }: Record<string, unknown> & { body?: string } = {},
): Promise<number> {
  const { number } = await cast.done('max', draftPostmortem, {
    ...{ title: 'Stale answers from the edge cache', template: 'classic', team: 'edge' },
    ...given,
  })
  await cast.done('max', editPostmortem, { number, sections: texts(body) })
  return number
}

/** A draft of Max, or a new one, that Ines has approved. */
export async function approved(cast: World, draft?: number): Promise<number> {
  const number = draft ?? (await drafted(cast))
  await cast.done('max', requestReview, { number, reviewers: [cast.personIds.ines] })
  await cast.done('ines', decideReview, { number, verdict: 'approve' })
  return number
}

/** What tests of search do with the cast: write, publish, let the index follow, and look. */
export function library(cast: World) {
  const draft = (title: string, body: string, extra: Record<string, unknown> = {}) =>
    drafted(cast, { title, body, ...extra })
  const publish = async (number: number) => {
    await cast.done('max', publishPostmortem, { number: await approved(cast, number) })
    return number
  }
  const searched = (who: Name | 'nobody', q: string, more: { kind?: Kind; facets?: boolean } = {}) =>
    cast.read(who, (work) => search(work, { q, ...more }))
  const results = async (who: Name | 'nobody', q: string, more: { kind?: Kind } = {}) =>
    (await searched(who, q, more)).results
  return {
    drafted: draft,
    /** Through review, to readers. */
    approved: publish,
    published: async (title: string, body: string) => publish(await draft(title, body)),
    /** What a running server does after each commit. */
    indexed: async () => {
      const dispatcher = startDispatcher(cast.database, { now: () => new Date(NOW.getTime() + 5_000) })
      await dispatcher.drain()
      await dispatcher.stop()
    },
    searched,
    results,
    titles: async (who: Name | 'nobody', q: string) => (await results(who, q)).map(({ title }) => title),
  }
}
