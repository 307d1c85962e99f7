import { CannotStart } from './cannot-start.ts'
import type { Database } from './client.ts'
import { APP_ROLE } from './session.ts'

/**
 * Refuses to serve when row-level security would not bind the role that requests run as: a superuser, a table's owner or a
 * policy that was switched off would show restricted postmortems to everybody, and nothing else would look wrong.
 */
export async function verifyFloor({ pool }: Pick<Database, 'pool'>): Promise<void> {
  const { rows } = await pool.query<{ role: string; guarded: number; open: string[] }>(`
    select current_user::text as role,
           count(*)::int as guarded,
           coalesce(array_agg(relname::text) filter (where not row_security_active(oid)), '{}') as open
      from pg_class
     where oid in (select polrelid from pg_policy)`)
  const floor = rows[0]
  if (!floor || floor.role !== APP_ROLE) {
    throw new CannotStart(
      `Requests would run as the database role ${floor?.role} instead of ${APP_ROLE}. Firebreak does not start like this.`,
    )
  }
  if (floor.guarded === 0) {
    throw new CannotStart(
      'The database has no row-level security policies. Run the migrations again with prisma/policies.sql in place.',
    )
  }
  if (floor.open.length > 0) {
    throw new CannotStart(
      `Row-level security does not protect ${floor.open.join(', ')} from the role ${APP_ROLE}. Check that it is neither a superuser nor the owner of these tables.`,
    )
  }
}
