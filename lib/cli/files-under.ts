import { opendir } from 'node:fs/promises'
import path from 'node:path'
import { Sorry } from '#lib/sorry.ts'

/** Deeper folders are a link in a circle or no folder of documents. */
const DEPTH_MAX = 12

/** Names of files below a folder, with forward slashes, in an order that does not change. Links are not followed. */
export async function filesUnder(directory: string, wanted: RegExp): Promise<string[]> {
  const found: string[] = []
  const walk = async (folder: string, prefix: string, depth: number): Promise<void> => {
    for await (const entry of await opendir(folder)) {
      const name = `${prefix}${entry.name}`
      if (entry.isDirectory() && depth < DEPTH_MAX && !entry.name.startsWith('.'))
        await walk(path.join(folder, entry.name), `${name}/`, depth + 1)
      else if (entry.isFile() && wanted.test(entry.name)) found.push(name)
    }
  }
  await walk(directory, '', 0).catch((error: Error) => {
    throw new Sorry(`The folder ${directory} could not be read: ${error.message}.`)
  })
  return found.sort()
}
