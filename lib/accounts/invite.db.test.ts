import { beforeEach, describe, expect, test } from 'vitest'
import { signIn } from '#lib/auth/sign-in.ts'
import { done, kindOf, nameBehind, password, visit } from '#lib/testing/accounts.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { inDays, type World, world } from '#lib/testing/world.ts'
import { choosePassword } from './choose-password.ts'
import { invitePerson } from './invite.ts'
import { offerPasswordLink } from './password-link.ts'

let w: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  w = await world(test)
})

describe('inviting', () => {
  const given = { name: 'Nora Quist', email: 'Nora@Northlight.example', role: 'member' }

  test('adds a person and answers a link that chooses a password, once', async () => {
    const { token, person: made } = await w.done('ada', invitePerson, given)
    expect(made).toMatchObject({ email: 'nora@northlight.example', zone: 'Europe/Lisbon', teams: [] })
    expect(await w.events()).toEqual(['person.invited', 'person.password_link_made'])
    const started = await done(choosePassword(visit(w), { token, password }))
    expect(await nameBehind(w, started.token)).toBe('Nora Quist')
    expect(kindOf(await choosePassword(visit(w), { token, password }))).toBe('not_found')
    expect(kindOf(await signIn(visit(w), { email: given.email, password }))).toBe('ok')
    const link = await w.database.asOwner((db) => db.passwordLink.count())
    expect(link).toBe(0)
  })

  test('keeps only the hash of the link, for three days', async () => {
    const { token } = await w.done('ada', invitePerson, given)
    const stored = await w.database.asOwner((db) => db.passwordLink.findMany())
    expect(JSON.stringify(stored)).not.toContain(token)
    expect(kindOf(await choosePassword(visit(w, inDays(3)), { token, password }))).toBe('not_found')
  })

  test('is refused for an address that is here, and to others than administrators, and then writes nothing', async () => {
    const again = await w.execute('ada', invitePerson, { ...given, email: 'MAX@northlight.example' })
    expect(again).toMatchObject({ ok: false, problem: { kind: 'invalid', fields: [{ field: 'email' }] } })
    for (const who of ['max', 'pia', 'omar', 'gus', 'nobody'] as const)
      expect(kindOf(await w.execute(who, invitePerson, given))).not.toBe('ok')
    expect(await w.events()).toEqual([])
    expect(await w.database.asOwner((db) => db.person.count())).toBe(9)
  })

  test('does not take a password that everybody tries', async () => {
    const { token } = await w.done('ada', invitePerson, given)
    for (const weak of ['short', 'Password123!', '1234567890', 'aaaaaaaaaaaa', 'qwertyuiop'])
      expect(kindOf(await choosePassword(visit(w), { token, password: weak }))).toBe('invalid')
    expect(kindOf(await choosePassword(visit(w), { token, password }))).toBe('ok')
  })

  test('twenty uses of one link at the same moment let one through', async () => {
    const { token } = await w.done('ada', invitePerson, given)
    const kinds = (
      await Promise.all(Array.from({ length: 20 }, () => choosePassword(visit(w), { token, password })))
    ).map(kindOf)
    expect(kinds.filter((kind) => kind === 'ok')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'not_found')).toHaveLength(19)
  })

  test('a new link replaces the one before', async () => {
    const first = await w.done('ada', offerPasswordLink, { id: w.personIds.max })
    const second = await w.done('ada', offerPasswordLink, { id: w.personIds.max })
    expect(kindOf(await choosePassword(visit(w), { token: first.token, password }))).toBe('not_found')
    expect(kindOf(await choosePassword(visit(w), { token: second.token, password }))).toBe('ok')
  })
})
