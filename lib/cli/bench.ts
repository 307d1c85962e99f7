import { Sorry } from '#lib/sorry.ts'
import type { CliCommand } from './cli-command.ts'

export const bench: CliCommand = {
  summary: 'bench',
  help: 'bench',
  place: 'here',
  run: async () => {
    throw new Sorry('Not yet.')
  },
}
