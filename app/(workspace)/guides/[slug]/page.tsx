import type { Metadata } from 'next'
import { Still } from '#app/still.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { listFollowing } from '#lib/checklists/queries.ts'
import { guideEvidence } from '#lib/guides/evidence.ts'
import { livingRecords } from '#lib/guides/living.ts'
import { NOTHING_SAID } from '#lib/guides/model.ts'
import { whatWasSaid } from '#lib/guides/standings.ts'
import { can } from '#lib/policy/can.ts'
import { localDate } from '#lib/time.ts'
import { showKept } from '#lib/web/show.ts'
import { guideIn, type Params } from '../guide-in.ts'

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { title, summary } = await guideIn(params)
  return { title, description: summary }
}

export default async function GuidePage({ params }: { params: Params }) {
  const [context, guide] = await Promise.all([currentContext(), guideIn(params)])
  const { actor, now } = context
  const { slug, mechanisms, services, blocks } = guide
  const about = [mechanisms, services, blocks].map((part) => JSON.stringify(part))
  const records = await showKept(
    context,
    ['guide', slug, ...about],
    async (work) => ({
      said: (await whatWasSaid(work))[slug] ?? NOTHING_SAID,
      evidence: await guideEvidence(work, guide),
      checklists: await listFollowing(work, slug),
      living: await livingRecords(work, blocks),
    }),
    { plannedOnce: true },
  )
  const may = {
    discuss: can(actor, 'discuss', 'guide').allowed,
    flag: can(actor, 'flag', 'guide').allowed,
    propose: can(actor, 'propose', 'guide').allowed,
  }
  return (
    <Still of="GuideReading" {...{ guide, may, ...records }} zone={actor.zone} today={localDate(now, actor.zone)} />
  )
}
