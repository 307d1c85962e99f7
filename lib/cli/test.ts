import { Sorry } from '#lib/sorry.ts'
import type { CliCommand } from './cli-command.ts'

export const test: CliCommand = {
  summary: 'test',
  help: 'test',
  place: 'here',
  run: async () => {
    throw new Sorry('Not yet.')
  },
}
