import type { LintedItem } from '#lib/blameless/item.ts'
import type { Work } from '#lib/context.ts'
import { loadForPolicy } from '#lib/postmortems/queries.ts'

/** The whole working text and its action items, for those who look over its hints before it is published. */
export async function getWordings(work: Work, number: number) {
  const { id, workingTitle: title } = await loadForPolicy(work, number)
  const sections = await work.db.section.findMany({
    where: { postmortemId: id },
    select: { key: true, heading: true, body: true },
    orderBy: { position: 'asc' },
  })
  return { title, sections, items: await itemsOf(work, id) }
}
export type Wordings = Awaited<ReturnType<typeof getWordings>>

/** 100 items of one postmortem, and as many others as one can be held against in a moment. */
async function itemsOf({ db }: Work, postmortemId: string): Promise<(LintedItem & { number: number })[]> {
  const select = { number: true, title: true, doneWhen: true, owner: { select: { name: true } } } as const
  const mine = await db.actionItem.findMany({ where: { postmortemId }, select, orderBy: { number: 'asc' }, take: 100 })
  const open = await db.actionItem.findMany({
    where: { closed: false },
    select: { number: true, title: true },
    orderBy: { number: 'desc' },
    take: 300,
  })
  return mine.map(({ number, title, doneWhen, owner }) => {
    const others = open.filter((other) => other.number !== number).map((other) => other.title)
    return { number, title, doneWhen, owner: owner?.name ?? null, others }
  })
}
