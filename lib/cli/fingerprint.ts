import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** What the built app is made of. Tests are not part of it. */
const sources = [
  'app',
  'components',
  'content',
  'lib',
  'prisma/migrations',
  'prisma/policies.sql',
  'prisma/sample',
  'prisma/schema.prisma',
  'prisma/seed.ts',
  'public',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
]

/** By content: a checkout or a copy changes every time stamp and nothing else. */
export const fingerprint = (home: string) => digest(home, (file) => readFileSync(file))

/** Takes a quarter of the time: as long as this is the same, so is the content. */
export const timestamps = (home: string) =>
  digest(home, (file) => {
    const { mtimeMs, size } = statSync(file)
    return `${mtimeMs} ${size}`
  })

function digest(home: string, look: (file: string) => string | Buffer): string {
  const sum = createHash('sha256')
  for (const source of sources)
    for (const file of filesUnder(home, source))
      sum
        .update(file)
        .update('\0')
        .update(look(path.join(home, file)))
  return sum.digest('hex')
}

function filesUnder(home: string, name: string): string[] {
  const found = statSync(path.join(home, name), { throwIfNoEntry: false })
  return found?.isDirectory() ? filesIn(home, name) : found ? [name] : []
}

function filesIn(home: string, folder: string): string[] {
  return readdirSync(path.join(home, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesIn(home, name)
      return /\.test\.tsx?$/.test(name) ? [] : [name]
    })
}
