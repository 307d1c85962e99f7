import { acquireOwnership } from '#lib/db/embedded/owner-lock.ts'

// Becomes the owner of a data directory and stays it until killed, or says why not.
try {
  await acquireOwnership(process.argv[2] ?? '')
  process.stdout.write('OWNER\n')
  setInterval(() => undefined, 60_000)
} catch (error) {
  process.stdout.write(`REFUSED ${error instanceof Error ? error.message : error}\n`)
}
