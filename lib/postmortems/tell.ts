import type { Work } from '#lib/context.ts'
import { notify } from '#lib/notifications/notify.ts'
import type { LockedPostmortem } from './queries.ts'

type News = { kind: 'published' | 'amended'; revision: number } | { kind: 'retracted' | 'superseded' }

/** Its lead and whoever ever reviewed it learn what became of it. */
export async function tellAll(work: Work, postmortem: LockedPostmortem, news: News): Promise<void> {
  const people = [postmortem.leadId, ...postmortem.reviewerIds]
  const subject = { kind: 'postmortem', id: postmortem.id } as const
  if (news.kind === 'published' || news.kind === 'amended')
    await notify(work, { kind: news.kind, people, subject, facts: { revision: news.revision } })
  else await notify(work, { kind: news.kind, people, subject, facts: {} })
}
