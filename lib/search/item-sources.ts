import type { Db } from '#lib/context.ts'
import { addDays, instantInZone, localFromDate } from '#lib/time.ts'
import { DUE, personTag, tagOf } from './fields.ts'
import { urlOf } from './model.ts'
import { plainText } from './plain.ts'
import { plainSource, type Source } from './source.ts'

export async function itemSources(db: Db, ids: readonly string[]): Promise<Source[]> {
  const include = { team: true, postmortem: { select: { visibility: true } } } as const
  const rows = await db.actionItem.findMany({ where: { id: { in: [...ids] } }, include })
  return rows.map(({ id, number, externalId, title, doneWhen, dueOn, closed, team, postmortem, ...row }) => ({
    ...plainSource,
    id,
    number,
    externalId,
    title,
    about: team.name,
    open: postmortem?.visibility !== 'restricted',
    passages: [{ where: null, text: plainText(doneWhen) }],
    url: urlOf.action_item(number),
    date: dueOn.toISOString(),
    state: closed ? 'closed' : 'open',
    mechanisms: row.mechanism ? [row.mechanism] : [],
    tags: [
      tagOf('team', team.slug),
      tagOf('is', closed ? 'closed' : 'open'),
      tagOf('year', localFromDate(dueOn).slice(0, 4)),
      ...(closed ? [] : [DUE]),
      ...(row.mechanism ? [tagOf('mechanism', row.mechanism)] : []),
      ...(row.ownerId ? [personTag(row.ownerId)] : []),
    ],
    at: endOfDay(localFromDate(dueOn), team.zone),
    recency: row.createdAt,
  }))
}

/** It is late from the next midnight of its team on. */
function endOfDay(date: string, zone: string): Date {
  const midnight = instantInZone(`${addDays(date, 1)}T00:00`, zone) ?? new Date(`${addDays(date, 1)}T00:00Z`)
  return new Date(midnight.getTime() - 1)
}
