import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { type World, world } from '#lib/testing/world.ts'
import { floors } from './floors.ts'

let cast: World
beforeEach(async () => {
  const fresh = await testDatabase()
  await fresh.empty()
  cast = await world(fresh)
})

const tablesOf = (cast: World) =>
  cast.database.asOwner(
    (db) => db.$queryRaw<{ table: string; guarded: boolean; rights: string[] }[]>`
      select t.relname as "table", t.relrowsecurity as guarded,
             array(select lower(r.privilege_type) from information_schema.role_table_grants r
                    where r.grantee = 'firebreak_app' and r.table_schema = 'public' and r.table_name = t.relname
                    order by 1) as rights
        from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p', 'v', 'm')
             and t.relname not like '\\_%' order by 1`,
  )

describe('what the serving role may touch', () => {
  test('are the tables with a floor and no others, each with exactly the rights written there', async () => {
    const rights = Object.fromEntries((await tablesOf(cast)).map(({ table, rights }) => [table, rights]))
    const without = Object.keys(rights).filter((table) => !(table in floors))
    expect(rights).toEqual({
      ...Object.fromEntries(without.map((table) => [table, []])),
      ...Object.fromEntries(Object.entries(floors).map(([table, { may }]) => [table, ['select', ...may].sort()])),
    })
    expect(without).toEqual(
      expect.arrayContaining(['Password', 'PasswordLink', 'Session', 'ApiToken', 'Identity', 'SetupLink']),
    )
  })

  test('every table is under row-level security, with or without rights on it', async () => {
    expect((await tablesOf(cast)).filter(({ guarded }) => !guarded)).toEqual([])
  })

  test('row-level security binds it: it owns nothing and is no superuser', async () => {
    const rows = await cast.contextOf('ada').transaction(
      (db) => db.$queryRaw<{ table: string; active: boolean }[]>`
        select relname as "table", row_security_active(oid) as active from pg_class where oid in (select polrelid from pg_policy)`,
    )
    expect(rows.length).toBe(Object.keys(floors).length)
    expect(rows.filter(({ active }) => !active)).toEqual([])
  })

  test.each([
    'Password',
    'PasswordLink',
    'Session',
    'ApiToken',
    'Identity',
    'SignInAttempt',
    'SetupLink',
    'SearchTerm',
    'SearchWord',
  ])('it cannot read %s', async (table) => {
    const reading = cast.contextOf('ada').transaction((db) => db.$queryRawUnsafe(`select 1 from "${table}" limit 1`))
    await expect(reading).rejects.toThrow(/permission denied/)
  })

  const appendOnly = Object.entries(floors)
    .filter(([, { may }]) => may.join() === 'insert')
    .map(([table]) => table)
  test.each(appendOnly)('it can neither change nor remove a row of %s', async (table) => {
    const column =
      {
        Reviewer: 'personId',
        Retraction: 'reason',
        SummaryApproval: 'note',
        SectionUpdate: 'version',
        CommentWording: 'ordinal',
        ItemAtImpact: 'overdue',
        ExerciseResult: 'summary',
        ProposalClosing: 'reason',
        ChecklistEnd: 'note',
      }[table] ?? 'id'
    const refused = [
      `update "${table}" set "${column}" = "${column}"`,
      `delete from "${table}"`,
      `truncate "${table}" cascade`,
    ]
    for (const statement of refused) {
      const attempt = cast.contextOf('ada').transaction((db) => db.$executeRawUnsafe(statement))
      await expect(attempt, statement).rejects.toThrow(/permission denied/)
    }
  })

  test('it can call none of the functions that look or write as the owner, but search and who holds a session', async () => {
    const callable = await cast.database.asOwner(
      (db) => db.$queryRaw<{ name: string }[]>`
        select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
           and p.prorettype <> 'trigger'::regtype and has_function_privilege('firebreak_app', p.oid, 'execute') order by 1`,
    )
    expect(callable.map(({ name }) => name)).toEqual([
      'firebreak_has_incident_grant',
      'firebreak_has_postmortem_grant',
      'firebreak_listed',
      'firebreak_owns_team',
      'firebreak_rare',
      'firebreak_reviews',
      'firebreak_search',
      'firebreak_session',
      'firebreak_terms',
    ])
  })

  test('nobody set means nobody: without an actor only the organization is there', async () => {
    const counts = await cast.database.prisma.$transaction([
      cast.database.prisma.organization.count(),
      cast.database.prisma.person.count(),
      cast.database.prisma.team.count(),
      cast.database.prisma.service.count(),
    ])
    expect(counts).toEqual([1, 0, 0, 0])
  })
})
