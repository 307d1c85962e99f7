import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { execute } from '#lib/command.ts'
import { type Context, read } from '#lib/context.ts'
import { addImage } from '#lib/images/add.ts'
import { imagesIn } from '#lib/images/queries.ts'
import type { FileResult, ImportTotals } from '#lib/imports/schema.ts'
import { imagePaths } from '#lib/markdown/own-images.ts'
import { sentence } from '#lib/problem.ts'

type Results = AsyncGenerator<FileResult, ImportTotals>
type Place = { context: Context; directory: string }

/** Adds to each document that went in the pictures its text names, as they lie in `images` beside the file. */
export async function* withImages(results: Results, place: Place): Results {
  for (;;) {
    const next = await results.next()
    if (next.done) return next.value
    yield next.value.number === null ? next.value : await told(next.value, next.value.number, place)
  }
}

async function told(result: FileResult, number: number, { context, directory }: Place): Promise<FileResult> {
  const notes = [...result.notes]
  const file = path.join(directory, result.file)
  const text = readFileSync(file, 'utf8')
  const named = imagePaths(text)
  if (named.length === 0) return result
  const there = (await read(context, (work) => imagesIn(work, number, [text]))).map(({ id }) => id)
  for (const name of named) {
    if (there.some((id) => name.includes(id))) continue
    const bytes = await readFile(path.join(path.dirname(file), name)).catch(() => undefined)
    if (!bytes) {
      notes.push(`The picture ${name} is not beside the file, so it was not added.`)
      continue
    }
    const added = await execute(context, addImage, { number, picture: bytes })
    if (!added.ok) notes.push(`The picture ${name} was not added: ${sentence(added.problem)}`)
    else if (added.value.name !== name)
      notes.push(`The picture ${name} was kept as ${added.value.name}, because its file is not as it was exported.`)
  }
  return { ...result, notes }
}
