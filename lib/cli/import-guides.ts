import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkGuides } from '#lib/guides/check.ts'
import { Sorry } from '#lib/sorry.ts'
import type { Surroundings } from './cli-command.ts'
import { filesUnder } from './files-under.ts'
import type { ImportValues } from './import.ts'
import { counted } from './import-postmortems.ts'

/**
 * Guides are content of the repository, changed by pull request, so importing them is copying files that pass the same
 * check as the ones that are there. They are checked beside those, because guides link to each other.
 */
export async function importGuides(
  place: string,
  values: ImportValues,
  { folder, home, say }: Surroundings,
): Promise<void> {
  const from = path.resolve(folder, place)
  const into = path.join(home, 'content', 'guides')
  const names = (await filesUnder(from, /^[a-z0-9]+(-[a-z0-9]+)*\.mdx$/)).filter((name) => !name.includes('/'))
  if (names.length === 0) throw new Sorry(`There is no guide in ${from}: a file like "safe-rollout.mdx".`)
  const problems = (await checkedTogether({ from, into, names })).filter((problem) =>
    names.some((name) => problem.startsWith(`${name}:`)),
  )
  for (const problem of problems) say(problem)
  if (problems.length > 0) throw new Sorry('Nothing was copied. Mend these and run it again.')
  const known = new Set(await readdir(into))
  const replaced = names.filter((name) => known.has(name))
  if (!values['dry-run']) for (const name of names) await copyFile(path.join(from, name), path.join(into, name))
  for (const name of names) say(`${name}: ${replaced.includes(name) ? 'replaces the one that is there' : 'new'}`)
  const ending = 'They appear after the next start; commit them like any other change.'
  say(
    values['dry-run']
      ? `All well. Would copy ${counted(names.length, 'guide')}.`
      : `Copied ${counted(names.length, 'guide')} to content/guides. ${ending}`,
  )
}

type Copying = { from: string; into: string; names: readonly string[] }

async function checkedTogether({ from, into, names }: Copying): Promise<string[]> {
  const together = await mkdtemp(path.join(tmpdir(), 'firebreak-guides-'))
  try {
    await mkdir(together, { recursive: true })
    for (const name of await readdir(into))
      if (name.endsWith('.mdx')) await copyFile(path.join(into, name), path.join(together, name))
    for (const name of names) await copyFile(path.join(from, name), path.join(together, name))
    return await checkGuides(together)
  } finally {
    await rm(together, { recursive: true, force: true })
  }
}
