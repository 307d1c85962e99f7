import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { answerRecurrence } from '#lib/recurrences/answer.ts'
import { saveView } from '#lib/views/save.ts'
import { acting, type Scene } from './scene.ts'
import { daysAgo, type Story } from './schema.ts'

const Board = z.strictObject({
  answers: z.array(
    z.strictObject({
      ...{ story: z.string(), item: z.string(), afterDays: z.number(), by: z.string() },
      ...{ answer: z.string(), reason: z.string(), because: z.string().optional() },
    }),
  ),
  views: z.array(
    z.strictObject({
      by: z.string(),
      list: z.string(),
      name: z.string(),
      query: z.string(),
      sharing: z.string(),
      team: z.string().optional(),
    }),
  ),
})

const DAY = 86_400_000

/** Which fixes came back, and the lists people keep. */
export async function tellBoard(scene: Scene, stories: readonly Story[]): Promise<void> {
  const { db, cast, today } = scene
  const { act } = acting(scene)
  const { answers, views } = read()
  for (const { story, item: title, afterDays, by, ...answer } of answers) {
    const told = stories.find(({ file }) => file === story)?.incident
    if (!told || typeof told.start === 'string')
      throw new Error(`content/sample/board.yaml: ${story} has no incident counted from today.`)
    const { number } = await db.incident.findFirstOrThrow({ where: { title: told.title } })
    const { number: item } = await db.actionItem.findFirstOrThrow({ where: { title } })
    const at = new Date(today.getTime() + (afterDays - daysAgo(told.start, today)) * DAY)
    await act(cast.person(by), at, answerRecurrence, { number, item, ...answer })
  }
  for (const { by, ...view } of views) await act(cast.person(by), new Date(today.getTime() - 20 * DAY), saveView, view)
}

function read() {
  const home = process.env.FIREBREAK_HOME ?? process.cwd()
  return Board.parse(parseYaml(readFileSync(path.join(home, 'content', 'sample', 'board.yaml'), 'utf8')))
}
