import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { createTeam } from './create.ts'
import { getTeam, listTeams } from './queries.ts'
import { setTeamMember } from './set-member.ts'
import { updateTeam } from './update.ts'

const test_ = await testDatabase()
let w: World
beforeEach(async () => {
  await test_.empty()
  w = await world(test_)
})

const set = (who: Name, person: Name, role: string) =>
  w.execute(who, setTeamMember, { slug: 'edge', person: w.personIds[person], role })
const members = async () =>
  Object.fromEntries(
    (await w.read('ada', (work) => getTeam(work, 'edge'))).members.map(({ name, role }) => [name, role]),
  )

test('an administrator adds a team under a short name of its own', async () => {
  const team = await w.done('ada', createTeam, { name: 'Über DNS', zone: 'Asia/Tokyo' })
  expect(team).toEqual({
    slug: 'uber-dns',
    name: 'Über DNS',
    description: '',
    zone: 'Asia/Tokyo',
    members: 0,
    services: 0,
  })
  expect(await w.execute('ada', createTeam, { name: 'Uber DNS', zone: 'UTC' })).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'slug' }] },
  })
  expect(await w.execute('olga', createTeam, { name: 'Other', zone: 'UTC' })).toMatchObject({
    problem: { kind: 'forbidden' },
  })
  expect(await w.events()).toEqual(['team.created'])
})

test('an owner changes the team, an editor does not', async () => {
  await w.done('olga', updateTeam, { slug: 'edge', description: 'Requests, near people.' })
  for (const who of ['max', 'vera', 'tom', 'pia', 'gus'] as const)
    expect(await w.execute(who, updateTeam, { slug: 'edge', name: 'Ours' })).toMatchObject({
      problem: { kind: 'forbidden' },
    })
  expect(await w.read('gus', (work) => getTeam(work, 'edge'))).toMatchObject({
    name: 'edge team',
    description: 'Requests, near people.',
  })
  expect(await w.events()).toEqual(['team.updated'])
})

test('an owner lets people in, gives them a role and takes them out', async () => {
  expect(await set('olga', 'tom', 'viewer')).toMatchObject({ ok: true })
  expect(await set('olga', 'tom', 'editor')).toMatchObject({ ok: true })
  expect(await members()).toMatchObject({ tom: 'editor' })
  expect(await set('olga', 'tom', 'none')).toMatchObject({ ok: true })
  expect(await members()).not.toHaveProperty('tom')
  expect(await set('max', 'max', 'owner')).toMatchObject({ problem: { kind: 'forbidden' } })
  expect(await w.events()).toEqual(['team.member_set', 'team.member_set', 'team.member_set'])
})

test('a team that has owners keeps one', async () => {
  for (const role of ['none', 'viewer', 'editor'])
    expect(await set('olga', 'olga', role)).toMatchObject({ problem: { kind: 'conflict' } })
  await set('olga', 'ines', 'owner')
  expect(await set('olga', 'olga', 'none')).toMatchObject({ ok: true })
  expect(await members()).toMatchObject({ ines: 'owner' })
})

test('two owners leaving at the same moment leave one behind', async () => {
  for (let round = 0; round < 10; round++) {
    await set('ada', 'ines', 'owner')
    await set('ada', 'olga', 'owner')
    const outcomes = await Promise.all([set('ada', 'olga', 'viewer'), set('ada', 'ines', 'viewer')])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
  }
})

test('nobody who left is let in', async () => {
  await test_.database.asOwner((db) =>
    db.person.update({ where: { id: w.personIds.tom }, data: { deactivatedAt: new Date() } }),
  )
  expect(await set('olga', 'tom', 'viewer')).toMatchObject({ problem: { kind: 'invalid' } })
})

test('the list is a page', async () => {
  const first = await w.read('vera', (work) => listTeams(work, { limit: 1 }))
  expect(first.items).toMatchObject([{ slug: 'control', members: 1, services: 1 }])
  const second = await w.read('vera', (work) => listTeams(work, { limit: 1, cursor: first.nextCursor ?? '' }))
  expect(second).toMatchObject({ items: [{ slug: 'edge', members: 4 }], nextCursor: null })
  expect((await w.read('nobody', (work) => listTeams(work, { limit: 50 }))).items).toEqual([])
})
