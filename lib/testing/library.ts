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

/** What tests of search do with the cast: write, publish, let the index follow, and look. */
export function library(cast: World) {
  const drafted = async (title: string, body: string, extra: Record<string, unknown> = {}): Promise<number> => {
    const { number } = await cast.done('max', draftPostmortem, { title, template: 'classic', team: 'edge', ...extra })
    await cast.done('max', editPostmortem, { number, sections: texts(body) })
    return number
  }
  const approved = async (number: number) => {
    await cast.done('max', requestReview, { number, reviewers: [cast.personIds.ines] })
    await cast.done('ines', decideReview, { number, verdict: 'approve' })
    await cast.done('max', publishPostmortem, { number })
    return number
  }
  const searched = (who: Name | 'nobody', q: string, more: { kind?: Kind; facets?: boolean } = {}) =>
    cast.read(who, (work) => search(work, { q, ...more }))
  const results = async (who: Name | 'nobody', q: string, more: { kind?: Kind } = {}) =>
    (await searched(who, q, more)).results
  return {
    drafted,
    /** Through review, to readers. */
    approved,
    published: async (title: string, body: string) => approved(await drafted(title, body)),
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
