import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { setUp } from '#lib/accounts/set-up.ts'
import { issueSetupLink } from '#lib/accounts/setup-link.ts'
import { readEnv } from '#lib/env.ts'
import { sentence } from '#lib/problem.ts'
import { Sorry } from '#lib/sorry.ts'
import type { CliCommand } from './cli-command.ts'

export const setup: CliCommand = {
  summary: 'Makes the organization and its first administrator, without a browser.',
  help: `
Usage: npx firebreak setup --email ada@example.com --name "Ada Smith" --password-stdin < password-file

  --email E            how the administrator signs in
  --name N             what people see
  --password-stdin     reads the password from standard input, so that it is in no history
  --organization O     its name (default: My organization)
  --zone Z             its time zone (default: the one of this machine)

Without options it prints a new one-time link for the browser instead.`,
  place: 'database',
  readsInput: (words) => words.includes('--password-stdin'),
  run: async (words, { database: open, input, say }) => {
    const { values } = parseArgs({
      args: words,
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        'password-stdin': { type: 'boolean' },
        organization: { type: 'string', default: 'My organization' },
        zone: { type: 'string', default: Intl.DateTimeFormat().resolvedOptions().timeZone },
      },
    })
    const database = await open()
    const now = new Date()
    const link = await database.asOwner((db) => issueSetupLink(db, now))
    if (!link) throw new Sorry('This instance is set up already. Administrators invite people under People.')
    if (words.length === 0) return say(`Open this within 24 hours, at the address of your instance: ${link}`)
    if (!values['password-stdin']) throw new Sorry('Add --password-stdin, and give the password on standard input.')

    const outcome = await setUp(
      {
        database,
        env: readEnv(),
        now,
        requestId: randomUUID(),
        userAgent: '',
        network: 'command line',
        host: '',
        token: undefined,
      },
      {
        token: new URL(link, 'http://localhost').searchParams.get('token'),
        email: values.email,
        name: values.name,
        password: input.replace(/\r?\n$/, ''),
        organization: values.organization,
        zone: values.zone,
      },
    )
    if (!outcome.ok) throw new Sorry(sentence(outcome.problem))
    // Setting up in a browser signs one in; at a terminal there is nobody to keep the cookie.
    await database.asOwner((db) => db.session.deleteMany())
    say(`${values.name} is the first administrator of ${values.organization} and can sign in now.`)
  },
}
