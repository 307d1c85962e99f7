import type { Database } from '#lib/db/client.ts'

/** What a command line command is: one sentence, its help, and what it does. */
export type CliCommand = {
  summary: string
  /** The rest of `--help`: how to call it, and one line for each option. */
  help: string
  /** Work on the data runs inside the server while one has the embedded database open. */
  place: 'here' | 'database'
  /** Whether to read standard input before starting: only the process at the terminal can. */
  readsInput?: (words: readonly string[]) => boolean
  run: (words: string[], surroundings: Surroundings) => Promise<void>
}

export type Surroundings = {
  /** The repository. */
  home: string
  /** The folder the person is in: relative file names mean files there, also when the server does the work. */
  folder: string
  dataDirectory: string
  input: string
  say: (line: string) => void
  /** Opened and brought up to date when first asked for. */
  database: () => Promise<Database>
}
