import { beforeEach, expect, test } from 'vitest'
import { read } from '#lib/context.ts'
import { addImage } from '#lib/images/add.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { png } from '#lib/testing/pictures.ts'
import { type World, world } from '#lib/testing/world.ts'
import { getDocument } from './document.ts'
import { exportPostmortem } from './write.ts'

const database = await testDatabase()
let w: World
let name: string
let id: string

beforeEach(async () => {
  await database.empty()
  w = await world(database)
  const facts = { severity: 'sev2', kind: 'outage', team: 'edge' } as const
  await w.done('max', recordIncident, { ...facts, title: 'Resolvers refused answers' })
  const restricted = { visibility: 'restricted', restrictedReason: 'security' } as const
  await w.done('max', recordIncident, { ...facts, ...restricted, title: 'Marmalade' })
  await w.done('max', draftPostmortem, { incident: 1, template: 'classic', team: 'edge' })
  ;({ name, id } = await w.done('max', addImage, { number: 1, picture: png() }))
  const sections = await database.database.asOwner((db) =>
    db.section.findMany({ orderBy: { position: 'asc' }, take: 1 }),
  )
  const body = `![Errors <by> region](${name})\n\n![elsewhere](https://elsewhere.example/x.png)\n\n{{incident:INC-2}}\n\n{{mechanism:cap.cache}}`
  await w.done('max', editPostmortem, {
    number: 1,
    sections: sections.map(({ key, version }) => ({ key, version, body })),
  })
})

const exported = (who: 'max' | 'vera', format: 'html' | 'json' | 'markdown') =>
  exportPostmortem(w.contextOf(who), { number: 1, format, show: 'file' })

test('an HTML file holds its pictures and its live parts, and asks nobody for anything', async () => {
  const { text } = await exported('max', 'html')
  expect(text).toMatch(
    /<img src="data:image\/png;base64,[A-Za-z0-9+/=]+" alt="Errors &lt;by&gt; region" width="4" height="3">/,
  )
  expect(text).not.toMatch(/(?:src|poster|srcset)="(?!data:)/)
  expect(text).toContain('INC-2 Marmalade')
  expect(text).toContain('(cap.cache)')
  expect(text).not.toContain('{{')
})

test('an HTML file made by somebody else says of a restricted incident only that it is not available', async () => {
  const { text } = await exported('vera', 'html')
  expect(text).toContain('INC-2 is not available')
  expect(text).not.toContain('Marmalade')
})

test('Markdown names the picture as it lies beside the file, and JSON with its hash', async () => {
  expect((await exported('max', 'markdown')).text).toContain(`![Errors <by> region](${name})`)
  const json = JSON.parse((await exported('max', 'json')).text)
  expect(json.images).toEqual([
    expect.objectContaining({ id, type: 'png', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }),
  ])
  const { images } = await read(w.contextOf('vera'), (work) => getDocument(work, 1))
  expect(images).toHaveLength(1)
})
