import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { acceptSuggestion } from '#lib/comments/accept.ts'
import { replyToThread } from '#lib/comments/reply.ts'
import { resolveThread } from '#lib/comments/resolve.ts'
import { startThread } from '#lib/comments/start.ts'
import { acting, type Scene } from './scene.ts'
import type { Story } from './schema.ts'

const Threads = z.array(
  z.strictObject({
    ...{ postmortem: z.string(), section: z.string(), quote: z.string(), replacement: z.string().optional() },
    ...{ daysAgo: z.number(), resolvedBy: z.string().optional(), acceptedBy: z.string().optional() },
    said: z.array(z.strictObject({ person: z.string(), text: z.string(), afterHours: z.number().default(0) })).min(1),
  }),
)

const HOUR = 3_600_000

/** Colleagues talk in the texts that are being written. */
export async function tellComments(scene: Scene, stories: readonly Story[]): Promise<void> {
  const { db, cast, today } = scene
  const { act, ask } = acting(scene)
  for (const { postmortem, daysAgo, said, resolvedBy, acceptedBy, ...about } of read()) {
    const title = stories.find(({ file }) => file === postmortem)?.postmortem?.title
    if (!title) throw new Error(`content/sample/comments.yaml: ${postmortem} has no postmortem.`)
    const { number } = await db.postmortem.findFirstOrThrow({ where: { title } })
    const at = (hours: number) => new Date(today.getTime() + (hours - daysAgo * 24) * HOUR)
    const [first, ...replies] = said
    if (!first) continue
    const { person } = cast
    const { id: thread } = await ask(person(first.person), at(0), startThread, { ...about, number, text: first.text })
    for (const { person: who, text, afterHours } of replies)
      await act(person(who), at(afterHours), replyToThread, { number, thread, text })
    if (resolvedBy) await act(person(resolvedBy), at(22), resolveThread, { number, thread })
    if (acceptedBy) await act(person(acceptedBy), at(22), acceptSuggestion, { number, thread })
  }
}

function read() {
  const home = process.env.FIREBREAK_HOME ?? process.cwd()
  return Threads.parse(parseYaml(readFileSync(path.join(home, 'content', 'sample', 'comments.yaml'), 'utf8')))
}
