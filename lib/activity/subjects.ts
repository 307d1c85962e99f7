import type { Work } from '#lib/context.ts'
import type { ActivityOut } from './schema.ts'

type Subject = NonNullable<ActivityOut['subject']>
type About = { subjectKind: string; subjectId: string }

/** Where each subject can be read and what it is called, under the policy that every read is under. */
export async function subjectsOf({ db }: Work, events: readonly About[]): Promise<Map<string, Subject>> {
  const numbered = { id: true, number: true, title: true } as const
  const named = { id: true, slug: true, name: true } as const
  const postmortems = async (where: Ids) =>
    (await db.postmortem.findMany({ where, select: numbered })).map(at('/postmortems'))
  const find: Record<string, (where: Ids) => Promise<(Subject & { id: string })[]>> = {
    incident: async (where) => (await db.incident.findMany({ where, select: numbered })).map(at('/incidents')),
    postmortem: postmortems,
    hint: postmortems,
    comment: async (where) =>
      (
        await db.thread.findMany({ where, select: { id: true, postmortem: { select: { number: true, title: true } } } })
      ).map(({ id, postmortem: { number, title } }) => ({ id, href: `/postmortems/${number}/comments`, label: title })),
    action_item: async (where) => (await db.actionItem.findMany({ where, select: numbered })).map(at('/action-items')),
    program: async (where) =>
      (await db.program.findMany({ where, select: { id: true, number: true, name: true } })).map(
        ({ id, number, name }) => ({ id, href: `/programs/${number}`, label: name }),
      ),
    exercise: async (where) => (await db.exercise.findMany({ where, select: numbered })).map(at('/exercises')),
    risk: async (where) =>
      (await db.risk.findMany({ where, select: { id: true, number: true, component: true } })).map(
        ({ component: title, ...row }) => at('/risks')({ ...row, title }),
      ),
    sweep: async (where) =>
      (await db.sweep.findMany({ where, select: { id: true, number: true, question: true } })).map(
        ({ question: title, ...row }) => at('/exposure')({ ...row, title }),
      ),
    guide: async (where) =>
      (await db.guide.findMany({ where, select: { id: true, slug: true, title: true } })).map(
        ({ title: name, ...row }) => called('/guides')({ ...row, name }),
      ),
    checklist: async (where) =>
      (
        await db.checklist.findMany({
          where,
          select: { id: true, number: true, guide: { select: { title: true } }, service: { select: { name: true } } },
        })
      ).map(({ guide, service, ...row }) => at('/checklists')({ ...row, title: `${guide.title}: ${service.name}` })),
    team: async (where) => (await db.team.findMany({ where, select: named })).map(called('/teams')),
    service: async (where) => (await db.service.findMany({ where, select: named })).map(called('/services')),
  }
  const found: (Subject & { id: string })[] = []
  // Only what is there: a record's own page shows events of one kind.
  for (const kind of new Set(events.map(({ subjectKind }) => subjectKind))) {
    const ids = new Set(events.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId))
    found.push(...((await find[kind]?.({ id: { in: [...ids] } })) ?? []))
  }
  return new Map(found.map(({ id, href, label }) => [id, { href, label }]))
}

type Ids = { id: { in: string[] } }

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
