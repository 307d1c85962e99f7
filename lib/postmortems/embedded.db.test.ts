import { beforeEach, describe, expect, test } from 'vitest'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { updateActionItem } from '#lib/action-items/update.ts'
import { read } from '#lib/context.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { updateIncident } from '#lib/incidents/update.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { draftPostmortem } from './draft.ts'
import { editPostmortem } from './edit.ts'
import { embeddedIn, embedsToKeep } from './embedded.ts'
import { freeze } from './freeze.ts'
import { lockPostmortem } from './queries.ts'

const database = await testDatabase()
let w: World
const body = [
  '{{timeline}}',
  '{{action-items}}',
  '{{mechanism:cap.cache}}',
  '{{incident:INC-2}}',
  '{{incident:3}}',
].join('\n\n')

beforeEach(async () => {
  await database.empty()
  w = await world(database)
  const facts = { severity: 'sev2', kind: 'outage', team: 'edge' } as const
  await w.done('max', recordIncident, { ...facts, title: 'Resolvers refused answers' })
  await w.done('max', recordIncident, { ...facts, title: 'An open one' })
  const restricted = { visibility: 'restricted', restrictedReason: 'security' } as const
  await w.done('max', recordIncident, { ...facts, ...restricted, title: 'Marmalade' })
  await w.done('max', draftPostmortem, { incident: 1, template: 'classic', team: 'edge' })
  await propose('Retries have a budget')
})

const propose = (title: string) =>
  w.done('max', proposeActionItem, {
    ...{ title, priority: 'p1', team: 'edge', dueOn: '2030-01-31', postmortem: 1, doneWhen: 'Load is shed at 80 %' },
  })
const shown = (name: Name, published = false) =>
  read(w.contextOf(name), (work) => embeddedIn(work, { number: 1, bodies: [body], published }))

/** What publishing does with the text, without the reviews before it. */
async function publish(): Promise<void> {
  const sections = await database.database.asOwner((db) =>
    db.section.findMany({ orderBy: { position: 'asc' }, take: 1, where: { postmortem: { number: 1 } } }),
  )
  await w.done('max', editPostmortem, {
    number: 1,
    sections: sections.map(({ key, version }) => ({ key, version, body })),
  })
  const { now } = w.contextOf('max')
  await w.contextOf('max').transaction(async (db) => {
    const work = { ...w.contextOf('max'), db }
    const postmortem = await lockPostmortem(work, 1)
    const { id: revisionId, content } = await freeze(work, postmortem)
    const embeds = await embedsToKeep(work, { number: 1, sections: content.sections })
    await db.publication.createMany({
      data: { id: crypto.randomUUID(), postmortemId: postmortem.id, revisionId, publishedAt: now, embeds },
    })
  })
}
const kept = () => database.database.asOwner(async (db) => (await db.publication.findFirstOrThrow()).embeds)

describe('what a text embeds', () => {
  test('follows the record until publication', async () => {
    expect((await shown('max'))?.items.map(({ title }) => title)).toEqual(['Retries have a budget'])
    await propose('Caches refuse early')
    const after = await shown('max')
    expect(after?.items).toHaveLength(2)
    expect(after?.mechanisms['cap.cache']?.name).toBeTruthy()
    expect(after?.incidents['2']).toMatchObject({ number: 2, title: 'An open one', severity: 'sev2' })
  })

  test('stays as it was from then on, for readers; whoever writes on sees it as it is', async () => {
    await publish()
    const { number, version } = await w.done('max', proposeActionItem, {
      ...{ title: 'Later', priority: 'p2', team: 'edge', dueOn: '2030-02-01', postmortem: 1 },
    })
    await w.done('max', updateActionItem, { number, version, title: 'Later still' })
    await w.done('max', updateIncident, { number: 2, version: 1, title: 'Renamed' })
    const frozen = await shown('vera', true)
    expect(frozen?.items.map(({ title }) => title)).toEqual(['Retries have a budget'])
    expect(frozen?.incidents['2']?.title).toBe('An open one')
    const live = await shown('max')
    expect(live?.items).toHaveLength(2)
    expect(live?.incidents['2']?.title).toBe('Renamed')
  })

  test('shows another incident to those who may see it, and to others not a word', async () => {
    expect((await shown('max'))?.incidents['3']?.title).toBe('Marmalade')
    const other = await shown('vera')
    expect(other?.incidents).toMatchObject({ '3': null })
    expect(JSON.stringify(other)).not.toContain('Marmalade')
  })

  test('keeps nothing of an incident that not everybody may see, and looks each time', async () => {
    await publish()
    expect(JSON.stringify(await kept())).not.toContain('Marmalade')
    expect(JSON.stringify(await kept())).toContain('An open one')
    expect((await shown('max', true))?.incidents['3']?.title).toBe('Marmalade')
    expect((await shown('vera', true))?.incidents['3']).toBeNull()
    // A guest who was let into the document does not see the company's incidents with it.
    expect((await shown('gus', true))?.incidents['2']).toBeNull()
  })

  test('is looked up again where what was kept cannot be read', async () => {
    await publish()
    await database.database.asOwner((db) =>
      db.$executeRaw`alter table "Publication" disable trigger user`.then(async () => {
        await db.publication.updateMany({ data: { embeds: { items: 'x', incidents: 7, mechanisms: null } } })
        await db.$executeRaw`alter table "Publication" enable trigger user`
      }),
    )
    expect((await shown('max', true))?.items).toHaveLength(1)
  })

  test('costs nothing where nothing is embedded', async () => {
    const none = read(w.contextOf('max'), (work) =>
      embeddedIn(work, { number: 1, bodies: ['Words {{ and }} more'], published: true }),
    )
    expect(await none).toBeUndefined()
  })
})
