import type pg from 'pg'
import { CannotStart } from './cannot-start.ts'

/** The role every statement runs as unless it says otherwise. It owns nothing, so row-level security binds it. */
export const APP_ROLE = 'firebreak_app'

/**
 * What every connection starts with. The weak role is the default, so a forgotten actor sees what nobody in particular may
 * see; UTC, because another zone shifts every timestamp; five seconds, because no page deserves a longer statement; and no
 * compiling of plans, because policies make them look expensive and compiling one takes half a second.
 */
export async function prepareSession(client: pg.ClientBase): Promise<void> {
  await client.query(`
    set timezone to 'UTC';
    set jit to off;
    set statement_timeout to '5s';
    set lock_timeout to '5s';
    set idle_in_transaction_session_timeout to '60s'`)
  await client.query(`set role ${APP_ROLE}`).catch((error: unknown) => {
    throw new CannotStart(
      `The database role ${APP_ROLE} is not ready. Run "firebreak start" once, which prepares it.`,
      { cause: error },
    )
  })
}

/** The login role owns the tables and is not bound by their policies: for migrations, policies and maintenance. */
export async function becomeOwner(client: pg.ClientBase): Promise<void> {
  await client.query(`set role none; set timezone to 'UTC'; set statement_timeout to 0; set lock_timeout to 0`)
}

/** Makes sure the weak role exists and the login role may put it on. Several processes may do this at once. */
export async function ensureRole(client: pg.ClientBase): Promise<void> {
  const login =
    (await client.query<{ login: string }>('select quote_ident(session_user) as login')).rows[0]?.login ?? ''
  const remedy = `create role ${APP_ROLE} nologin; grant ${APP_ROLE} to ${login};`
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
  if (!rowCount) await attempt(client, `create role ${APP_ROLE} nologin`, remedy)
  if (await canBecome(client)) return
  await attempt(client, `grant ${APP_ROLE} to ${login}`, remedy)
}

async function canBecome(client: pg.ClientBase): Promise<boolean> {
  try {
    await client.query(`set role ${APP_ROLE}`)
    return true
  } catch {
    return false
  } finally {
    await client.query('set role none')
  }
}

// 42710 and 23505: another process made the role between the question and the answer. XX000: both granted it at once.
const RACED = new Set(['42710', '23505', 'XX000'])

async function attempt(client: pg.ClientBase, statement: string, remedy: string): Promise<void> {
  try {
    await client.query(statement)
  } catch (error) {
    if (error instanceof Error && 'code' in error && RACED.has(String(error.code))) return
    throw new CannotStart(
      `The database user may not prepare the role ${APP_ROLE}. Ask a database administrator to run, once: ${remedy}`,
      { cause: error },
    )
  }
}
