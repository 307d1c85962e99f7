import { backup } from '#lib/cli/backup.ts'
import type { CliCommand } from '#lib/cli/cli-command.ts'
import { doctor } from '#lib/cli/doctor.ts'
import { exporting } from '#lib/cli/export.ts'
import { importing } from '#lib/cli/import.ts'
import { reindex } from '#lib/cli/reindex.ts'
import { setup } from '#lib/cli/setup.ts'
import { token } from '#lib/cli/token.ts'

/** What the command line may ask a running server to do. Restoring is not among them: it would pull the data from under people. */
export const databaseCommands: Record<string, CliCommand> = {
  backup,
  doctor,
  export: exporting,
  import: importing,
  reindex,
  setup,
  token,
}
