import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { execute } from '#lib/command.ts'
import { type Context, read } from '#lib/context.ts'
import type { Database } from '#lib/db/client.ts'
import { getDocument } from '#lib/exports/document.ts'
import { filenameFor } from '#lib/exports/filename.ts'
import { writeMarkdown } from '#lib/exports/markdown.ts'
import { exportOrganization } from '#lib/exports/organization.ts'
import type { PostmortemDocument } from '#lib/exports/schema.ts'
import { imageName } from '#lib/images/model.ts'
import { getImage } from '#lib/images/queries.ts'
import { sentence } from '#lib/problem.ts'
import { contextOn } from '#lib/server.ts'
import { Sorry } from '#lib/sorry.ts'
import { actingAs } from './acting.ts'
import type { CliCommand } from './cli-command.ts'
import { counted } from './import-postmortems.ts'

export const exporting: CliCommand = {
  summary: 'Writes every postmortem to a folder, as Markdown that can be imported again and as JSON.',
  help: `
Usage: npx firebreak export DIR [--restricted] [--as ada@example.com]

DIR is made, or must be empty. Pictures lie beside the texts that show them. Published postmortems leave as readers see them, others as they stand. The log keeps that
this was done, and by whom. People are not named in the files. "firebreak import postmortems DIR/postmortems" reads them.
  --restricted   also those that only named people may read; keep the folder as safe as the database
  --as           who exports: an administrator; without it the first one`,
  place: 'database',
  run: async (words, { database: open, folder, say }) => {
    const options = { restricted: { type: 'boolean' }, as: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true })
    if (!positionals[0]) throw new Sorry('Say where to, like "export DIR". "npx firebreak export --help" explains.')
    const directory = path.resolve(folder, positionals[0])
    await makeEmpty(directory)
    const database = await open()
    const rows = await chosen(database, values.restricted ?? false)
    const actor = await actingAs(database, values.as)
    const restricted = rows.filter(({ visibility }) => visibility === 'restricted').length
    const noted = await execute(contextOn(database, actor), exportOrganization, {
      postmortems: rows.length,
      restricted,
    })
    if (!noted.ok) throw new Sorry(sentence(noted.problem))
    // Administrators cannot read what is restricted; the flag, and the log, stand in for their being named.
    const system = contextOn(database, { kind: 'system', reason: 'export on the command line' })
    let images = 0
    for (const { number } of rows) images += await writeDocument(system, number, directory)
    say(`Wrote ${counted(rows.length, 'postmortem')} to ${directory}.`)
    if (images > 0) say(`Their pictures are beside them, in postmortems/images: ${images}.`)
    if (restricted > 0) say(`Restricted among them: ${restricted}. Keep the folder as safe as the database.`)
  },
}

/** An old export among a new one would be imported with it. */
async function makeEmpty(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true })
  if ((await readdir(directory)).length > 0) throw new Sorry(`${directory} is not empty. Choose another folder.`)
  for (const name of ['postmortems', 'postmortems/images', 'json'])
    await mkdir(path.join(/* turbopackIgnore: true */ directory, name))
}

function chosen(database: Database, restricted: boolean) {
  return database.asOwner(
    (db) =>
      db.postmortem.findMany({
        where: restricted ? {} : { visibility: { not: 'restricted' } },
        select: { number: true, visibility: true },
        orderBy: { number: 'asc' },
      }),
    { timeoutMs: 60_000 },
  )
}

/** One picture at a time. The same one in two documents is one file. */
async function writeImages(context: Context, number: number, { directory, document }: Writing): Promise<number> {
  for (const { id, type } of document.images ?? []) {
    const { bytes } = await read(context, (work) => getImage(work, { number, image: id }))
    await writeFile(path.join(directory, 'postmortems', imageName({ id, type })), bytes)
  }
  return document.images?.length ?? 0
}
type Writing = { directory: string; document: PostmortemDocument }

/** One after the other, each in a transaction of its own: memory stays flat, and people go on working. */
async function writeDocument(context: Context, number: number, directory: string): Promise<number> {
  const document = await read(context, (work) => getDocument(work, number))
  const markdown = path.join(directory, 'postmortems', filenameFor(number, document.title, 'markdown'))
  await writeFile(markdown, writeMarkdown(document))
  const json = path.join(directory, 'json', filenameFor(number, document.title, 'json'))
  await writeFile(json, `${JSON.stringify(document, null, 2)}\n`)
  return writeImages(context, number, { directory, document })
}
