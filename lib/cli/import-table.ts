import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { textOf } from '#lib/imports/read.ts'
import { importTable } from '#lib/imports/run-table.ts'
import type { TableKind } from '#lib/imports/table-rows.ts'
import { columnsOf } from '#lib/imports/table-rows.ts'
import { wakeDispatcher } from '#lib/jobs/dispatch.ts'
import { contextOn } from '#lib/server.ts'
import { Sorry } from '#lib/sorry.ts'
import { actingAs } from './acting.ts'
import type { Surroundings } from './cli-command.ts'
import type { ImportValues } from './import.ts'
import { optionsFrom, summary } from './import-postmortems.ts'

/** 20,000 rows of 1,000 characters. */
const TABLE_MAX = 20_000_000
const LISTED_MAX = 200

export const importFromTable =
  (kind: TableKind) =>
  async (place: string, values: ImportValues, { database: open, folder, say }: Surroundings): Promise<void> => {
    const options = optionsFrom(values)
    const file = path.resolve(folder, place)
    const size = (await stat(file).catch(() => undefined))?.size
    if (size === undefined)
      throw new Sorry(`There is no file ${file}. Its columns would be: ${columnsOf[kind].join(', ')}.`)
    if (size > TABLE_MAX) throw new Sorry('The table is larger than 20 MB. Split it into several files.')
    const text = textOf(await readFile(file), TABLE_MAX)
    if (typeof text !== 'string') throw new Sorry(`${place}:${text.problems[0]?.line}: ${text.problems[0]?.message}`)
    const database = await open()
    const actor = await actingAs(database, values.as)
    const results = importTable(contextOn(database, actor), { kind, text }, { options, onBatch: wakeDispatcher })
    let shown = 0
    for (;;) {
      const next = await results.next()
      if (next.done) {
        for (const line of summary(next.value)) say(line)
        if (next.value.failed > 0)
          throw new Sorry('Some rows could not be used. Mend them and run this again; the others stay.')
        return
      }
      const { line, problem, notes } = next.value
      for (const remark of [...(problem ? [problem] : []), ...notes])
        if (++shown <= LISTED_MAX) say(`${place}:${line}: ${remark}`)
    }
  }
