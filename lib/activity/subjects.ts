import type { Work } from '#lib/context.ts'
import type { ActivityOut } from './schema.ts'

type Subject = NonNullable<ActivityOut['subject']>
type About = { subjectKind: string; subjectId: string }

/** Where each subject can be read and what it is called, under the same policy as any other read. */
export async function subjectsOf({ db }: Work, events: readonly About[]): Promise<Map<string, Subject>> {
  const of = (kind: string) => ({
    id: { in: [...new Set(events.filter((event) => event.subjectKind === kind).map((event) => event.subjectId))] },
  })
  const numbered = { id: true, number: true, title: true } as const
  const named = { id: true, slug: true, name: true } as const
  const found: (Subject & { id: string })[][] = [
    (await db.incident.findMany({ where: of('incident'), select: numbered })).map(at('/incidents')),
    (await db.postmortem.findMany({ where: of('postmortem'), select: numbered })).map(at('/postmortems')),
    (await db.postmortem.findMany({ where: of('hint'), select: numbered })).map(at('/postmortems')),
    (await db.actionItem.findMany({ where: of('action_item'), select: numbered })).map(at('/action-items')),
    (await db.team.findMany({ where: of('team'), select: named })).map(called('/teams')),
    (await db.service.findMany({ where: of('service'), select: named })).map(called('/services')),
  ]
  return new Map(found.flat().map(({ id, href, label }) => [id, { href, label }]))
}

const at =
  (folder: string) =>
  ({ id, number, title }: { id: string; number: number; title: string }) => ({
    id,
    href: `${folder}/${number}`,
    label: title,
  })

const called =
  (folder: string) =>
  ({ id, slug, name }: { id: string; slug: string; name: string }) => ({ id, href: `${folder}/${slug}`, label: name })
