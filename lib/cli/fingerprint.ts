import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** What the built app is made of. Tests are not part of it. */
const sources = [
  'app',
  'components',
  'content',
  'lib',
  'prisma/migrations',
  'prisma/policies.sql',
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
export function fingerprint(home: string): string {
  const sum = createHash('sha256')
  for (const source of sources) {
    for (const file of filesUnder(home, source))
      sum
        .update(file)
        .update('\0')
        .update(readFileSync(path.join(home, file)))
  }
  return sum.digest('hex')
}

function filesUnder(home: string, name: string): string[] {
  const full = path.join(home, name)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return /\.test\.tsx?$/.test(name) ? [] : [name]
  return readdirSync(full)
    .sort()
    .flatMap((entry) => filesUnder(home, `${name}/${entry}`))
}
