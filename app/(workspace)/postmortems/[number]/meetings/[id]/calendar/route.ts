import { notFound } from 'next/navigation'
import { currentContext } from '#lib/auth/current.ts'
import { appOrigin, env } from '#lib/env.ts'
import { Id } from '#lib/ids.ts'
import { invitation } from '#lib/reviews/calendar.ts'
import { getMeeting } from '#lib/reviews/queries.ts'
import { numberIn, show } from '#lib/web/show.ts'

type Given = { params: Promise<{ number: string; id: string }> }

/** The meeting for a calendar. It is read under the policy like any page, and no cache may keep it. */
export async function GET(_: Request, { params }: Given): Promise<Response> {
  const [context, number, { id: given }] = await Promise.all([currentContext(), numberIn(params), params])
  const id = Id.safeParse(given)
  if (!id.success) notFound()
  const { meeting, title } = await show(context, (work) => getMeeting(work, { number, id: id.data }))
  const body = invitation({ meeting, number, title, url: appOrigin(env()), now: context.now })
  return new Response(body, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="review-pm-${number}.ics"`,
      'cache-control': 'private, no-store',
    },
  })
}
