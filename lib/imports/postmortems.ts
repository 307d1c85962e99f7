import { command } from '#lib/command.ts'
import type { Work } from '#lib/context.ts'
import type { Happening } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { settleNames, wantedBy } from './names.ts'
import { type Known, loadKnown, lockKnown, planSteps } from './plan.ts'
import { renewPostmortem } from './renew.ts'
import { type ImportDocument, ImportedOut, ImportInput } from './schema.ts'
import { settleIncidents } from './store-incidents.ts'
import { settleItems } from './store-items.ts'
import { insertPostmortems, type Surroundings } from './store-postmortems.ts'

/** A batch of documents, all of it or nothing. One event a document; the same document twice changes nothing. */
export const importPostmortems = command({
  name: 'import.postmortems',
  summary: 'Stores documents read from files: new ones are made, changed ones renewed, the same ones left alone.',
  scope: 'admin:write',
  input: ImportInput,
  output: ImportedOut,
  async subject(work, { documents }) {
    await lockKnown(work, documents)
    return loadKnown(work, documents)
  },
  may: (actor) => can(actor, 'import', 'organization'),
  async run(work, { input: { documents }, subject: known }) {
    const steps = await planSteps(work, documents, known)
    const changing = steps.filter(({ outcome }) => outcome !== 'unchanged')
    const written = changing.map(({ document }) => document)
    const { names, made, events: naming } = await settleNames(work, wantedBy(written))
    const { incidents, events: recording } = await settleIncidents(work, written, names)
    const around: Surroundings = { names, incidents, leadId: await leadOf(work) }
    const created = changing.filter(({ outcome }) => outcome === 'created')
    const events: Happening[] = [...naming, ...recording, ...(await insertPostmortems(work, created, around))]
    for (const step of changing) {
      const row = known.get(step.document.id)
      if (row) events.push(await renewPostmortem(work, step, row, around))
    }
    const numbers = await numbersOf(work, documents)
    events.push(...(await settleItems(work, itemsOf(written, numbers), names)))
    const results = steps.map(({ document: { id }, outcome }) => ({
      id,
      outcome,
      number: numbers.get(id)?.number ?? 0,
    }))
    return { value: { results, ...made }, events: events as [Happening, ...Happening[]] }
  },
})

async function leadOf({ db, actor }: Work): Promise<string> {
  if (actor.kind === 'person') return actor.personId
  const administrator = await db.person.findFirst({
    where: { role: 'administrator', deactivatedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
  return administrator?.id ?? refuse(invalid('', 'There is no administrator yet who could lead what is imported.'))
}

async function numbersOf(work: Work, documents: readonly ImportDocument[]) {
  const rows: Known = await loadKnown(work, documents)
  return new Map([...rows].map(([id, row]) => [id, { number: row.number, id: row.id }]))
}

const itemsOf = (documents: readonly ImportDocument[], rows: ReadonlyMap<string, { id: string }>) =>
  documents.flatMap(({ id, actionItems }) =>
    actionItems.map((item) => ({ item, postmortemId: rows.get(id)?.id ?? null })),
  )
