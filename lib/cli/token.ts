import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { createApiToken } from '#lib/accounts/create-api-token.ts'
import { revokeApiToken } from '#lib/accounts/revoke-api-token.ts'
import { scopes } from '#lib/actor.ts'
import { type Command, execute } from '#lib/command.ts'
import type { Database } from '#lib/db/client.ts'
import { sentence } from '#lib/problem.ts'
import { contextOn } from '#lib/server.ts'
import { Sorry } from '#lib/sorry.ts'
import type { CliCommand } from './cli-command.ts'

export const token: CliCommand = {
  summary: 'Makes, lists and revokes tokens for the API.',
  help: `
Usage: npx firebreak token create --user ada@example.com --scope postmortems:read [--scope …] [--days 90] [--name N] [--restricted]
       npx firebreak token list [--user ada@example.com]
       npx firebreak token revoke ID

A token acts as its person, as far as its scopes reach. It is printed once.
  --restricted    also sees the restricted postmortems that its person was given
  --scope         one of ${scopes.join(', ')}`,
  place: 'database',
  run: async ([verb, ...words], { database, say }) => {
    const act = verb === undefined ? undefined : verbs[verb]
    if (!act) {
      throw new Sorry(
        'Say what to do: token create, token list or token revoke. "npx firebreak token --help" explains.',
      )
    }
    say(await act(await database(), words))
  },
}

const verbs: Record<string, (database: Database, words: string[]) => Promise<string>> = { create, list, revoke }

async function create(database: Database, words: string[]): Promise<string> {
  const { values } = parseArgs({
    args: words,
    options: {
      user: { type: 'string' },
      scope: { type: 'string', multiple: true, default: [] },
      days: { type: 'string' },
      name: { type: 'string', default: 'Made on the command line' },
      restricted: { type: 'boolean', default: false },
    },
  })
  const { user, scope, days, name, restricted } = values
  const input = { person: user, scopes: scope, name, restricted, ...(days && { days }) }
  return (await perform(database, createApiToken, input)).token
}

async function list(database: Database, words: string[]): Promise<string> {
  const { values } = parseArgs({ args: words, options: { user: { type: 'string' } } })
  const rows = await database.asOwner((db) =>
    db.apiToken.findMany({
      where: values.user ? { person: { email: values.user.toLowerCase() } } : {},
      include: { person: { select: { email: true } } },
      omit: { tokenHash: true },
      orderBy: { createdAt: 'desc' },
      // A screen or two. Somebody with more narrows it with --user.
      take: 100,
    }),
  )
  if (rows.length === 0) return 'There are no tokens.'
  const lines = rows.map(({ id, person, name, lastFour, scopes, expiresAt, revokedAt }) =>
    [id, person.email, `…${lastFour}`, stateOf({ expiresAt, revokedAt }), scopes.join(','), name].join('  '),
  )
  return lines.join('\n')
}

async function revoke(database: Database, words: string[]): Promise<string> {
  const { positionals } = parseArgs({ args: words, options: {}, allowPositionals: true })
  await perform(database, revokeApiToken, { id: positionals[0] })
  return 'Revoked. It stopped working just now.'
}

async function perform<Input extends z.ZodType, Subject, Value>(
  database: Database,
  command: Command<Input, Subject, Value>,
  input: unknown,
): Promise<Value> {
  const context = contextOn(database, { kind: 'system', reason: 'command line' })
  const outcome = await execute(context, command, input)
  if (!outcome.ok) throw new Sorry(sentence(outcome.problem))
  return outcome.value
}

function stateOf({ expiresAt, revokedAt }: { expiresAt: Date; revokedAt: Date | null }): string {
  if (revokedAt) return 'revoked'
  const day = expiresAt.toISOString().slice(0, 10)
  return expiresAt.getTime() < Date.now() ? `expired ${day}` : `until ${day}`
}
