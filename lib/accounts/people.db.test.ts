import { beforeEach, describe, expect, test } from 'vitest'
import { signIn } from '#lib/auth/sign-in.ts'
import { actorOfToken } from '#lib/auth/tokens.ts'
import { execute } from '#lib/command.ts'
import { givePassword, kindOf, nameBehind, password, sessionOf, visit } from '#lib/testing/accounts.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { choosePassword } from './choose-password.ts'
import { createApiToken } from './create-api-token.ts'
import { deactivatePerson } from './deactivate.ts'
import { offerPasswordLink } from './password-link.ts'
import { reactivatePerson } from './reactivate.ts'
import { updatePerson } from './update-person.ts'

let w: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  w = await world(test)
})

const person = (name: Name) =>
  w.database.asOwner((db) => db.person.findUniqueOrThrow({ where: { id: w.personIds[name] } }))

describe('a profile', () => {
  test('is kept by its person, and a role is given by an administrator', async () => {
    await w.done('max', updatePerson, { id: w.personIds.max, name: 'Max Ivers', zone: 'Asia/Tokyo' })
    await w.done('ada', updatePerson, { id: w.personIds.max, role: 'auditor' })
    expect(await person('max')).toMatchObject({ name: 'Max Ivers', zone: 'Asia/Tokyo', role: 'auditor' })
    expect(await w.events()).toEqual(['person.updated', 'person.updated'])
  })

  test.each([
    ['their own role', { role: 'administrator' }],
    ['another’s name', { id: 'tom', name: 'Tim' }],
  ])('%s is not changed by a member', async (_, { id, ...fields }: { id?: string; role?: string; name?: string }) => {
    const outcome = await w.execute('max', updatePerson, { id: w.personIds[(id ?? 'max') as Name], ...fields })
    expect(kindOf(outcome)).toBe('forbidden')
    expect(await person('max')).toMatchObject({ role: 'member' })
    expect(await w.events()).toEqual([])
  })

  test.each(['email', 'id2', 'deactivatedAt', 'createdAt'])('cannot be given the field %s', async (field) => {
    expect(kindOf(await w.execute('ada', updatePerson, { id: w.personIds.max, [field]: 'x' }))).toBe('invalid')
  })

  test('the last administrator stays one', async () => {
    const outcome = await w.execute('ada', updatePerson, { id: w.personIds.ada, role: 'member' })
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'conflict' } })
    expect(await person('ada')).toMatchObject({ role: 'administrator' })
  })

  test('two administrators demoting each other at the same moment leave one', async () => {
    for (let round = 0; round < 10; round++) {
      await w.database.asOwner((db) =>
        db.person.updateMany({
          where: { id: { in: [w.personIds.ada, w.personIds.pia] } },
          data: { role: 'administrator' },
        }),
      )
      const pia = { ...w.actor('pia'), role: 'administrator' as const }
      const kinds = await Promise.all([
        w.execute('ada', updatePerson, { id: w.personIds.pia, role: 'member' }),
        execute(w.contextAs(pia), updatePerson, { id: w.personIds.ada, role: 'member' }),
      ])
      expect(kinds.map(kindOf).sort()).toEqual(['conflict', 'ok'])
    }
  })
})

describe('deactivating', () => {
  test('ends sessions, tokens and links at once, and reactivating gives back the password alone', async () => {
    await givePassword(w, 'max')
    const session = await sessionOf(w, 'max')
    const { token } = await w.done('max', createApiToken, { name: 'Script', scopes: ['search:read'], days: 30 })
    const link = await w.done('ada', offerPasswordLink, { id: w.personIds.max })
    await w.done('ada', deactivatePerson, { id: w.personIds.max })
    expect(await nameBehind(w, session)).toBeNull()
    expect(await actorOfToken(w.database, { token, now: NOW })).toBeNull()
    expect(kindOf(await choosePassword(visit(w), { token: link.token, password }))).toBe('not_found')
    expect(kindOf(await signIn(visit(w), { email: 'max@northlight.example', password }))).toBe('invalid')

    await w.done('ada', reactivatePerson, { id: w.personIds.max })
    expect(await nameBehind(w, session)).toBeNull()
    expect(await actorOfToken(w.database, { token, now: NOW })).toBeNull()
    expect(kindOf(await signIn(visit(w), { email: 'max@northlight.example', password }))).toBe('ok')
  })

  test('is for administrators, and never the last one', async () => {
    expect(kindOf(await w.execute('max', deactivatePerson, { id: w.personIds.tom }))).toBe('forbidden')
    expect(kindOf(await w.execute('max', deactivatePerson, { id: w.personIds.max }))).toBe('forbidden')
    expect(kindOf(await w.execute('ada', deactivatePerson, { id: w.personIds.ada }))).toBe('conflict')
    expect(await w.events()).toEqual([])
  })
})
