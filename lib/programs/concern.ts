import type { Work } from '#lib/context.ts'
import { notify } from '#lib/notifications/notify.ts'
import { ofWatches } from './incidents.ts'
import { isRunning } from './model.ts'

/** A postmortem was published: whoever leads a program that watches one of its mechanisms is asked what follows from it. */
export async function tellPrograms(
  work: Work,
  { id, incidentId }: { id: string; incidentId: string | null },
): Promise<void> {
  const { db } = work
  const incident = incidentId
    ? await db.incident.findUnique({ where: { id: incidentId }, select: { mechanisms: true } })
    : null
  if (!incident || incident.mechanisms.length === 0) return
  const programs = await db.program.findMany({
    where: { watches: { some: { mechanism: { in: incident.mechanisms }, endedAt: null } } },
    include: { watches: { where: { endedAt: null } } },
  })
  for (const program of programs.filter(({ state }) => isRunning(state))) {
    const where = { AND: [{ id: incidentId ?? '' }, ofWatches(program.watches, program.id)] }
    if ((await db.incident.count({ where })) === 0) continue
    await notify(work, {
      kind: 'program_concerned',
      people: [program.leadId],
      subject: { kind: 'postmortem', id },
      facts: { program: program.number, name: program.name },
      key: `program_concerned ${id} ${program.id}`,
    })
  }
}
