import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { abandonChecklist, finishChecklist } from '#lib/checklists/end.ts'
import { markItem } from '#lib/checklists/mark-item.ts'
import { startChecklist } from '#lib/checklists/start.ts'
import { answerGuide } from '#lib/guides/answer.ts'
import { closeProposal } from '#lib/guides/close-proposal.ts'
import { flagGuide } from '#lib/guides/flag.ts'
import { proposeChange } from '#lib/guides/propose-change.ts'
import { getGuideSource } from '#lib/guides/queries.ts'
import { localDate } from '#lib/time.ts'
import { acting, type Scene } from './scene.ts'
import type { Story } from './schema.ts'

const then = { by: z.string(), daysAgo: z.number() }
const change = { summary: z.string(), replace: z.string(), with: z.string() }
const Told = z.strictObject({
  flags: z.array(
    z.strictObject({
      ...{ ...then, guide: z.string(), incident: z.string(), text: z.string() },
      answer: z
        .strictObject({ ...then, reason: z.string(), proposal: z.strictObject({ ...then, ...change }) })
        .optional(),
    }),
  ),
  confirmations: z.array(
    z.strictObject({
      ...{ ...then, guide: z.string(), goodForDays: z.number(), exercise: z.string(), reason: z.string() },
    }),
  ),
  proposals: z.array(
    z.strictObject({
      ...{ ...then, ...change, guide: z.string() },
      declined: z.strictObject({ ...then, reason: z.string() }),
    }),
  ),
  checklists: z.array(
    z.strictObject({
      ...{ ...then, guide: z.string(), service: z.string() },
      marks: z.array(z.looseObject({ item: z.number(), daysAgo: z.number() })),
      finished: z.strictObject({ daysAgo: z.number(), note: z.string() }).optional(),
      abandoned: z.strictObject({ daysAgo: z.number(), reason: z.string() }).optional(),
    }),
  ),
})
type Told = z.output<typeof Told>

const DAY = 86_400_000

/** What contradicts a guide and what confirms it, what people would change, and who works through which list. */
export async function tellGuides(scene: Scene, stories: readonly Story[]): Promise<void> {
  const { db, cast, today } = scene
  const { act, ask } = acting(scene)
  const at = (daysAgo: number) => new Date(today.getTime() - daysAgo * DAY)
  const whoAndWhen = ({ by, daysAgo }: { by: string; daysAgo: number }) => [cast.person(by), at(daysAgo)] as const
  const incidentOf = async (file: string) => {
    const title = stories.find((story) => story.file === file)?.incident?.title ?? missing(file)
    return (await db.incident.findFirstOrThrow({ where: { title } })).number
  }
  const propose = async (guide: string, told: Change) => {
    const file = (await getGuideSource(guide)) ?? missing(guide)
    if (!file.source.includes(told.replace)) missing(told.replace)
    const text = file.source.replace(told.replace, told.with)
    return (
      await ask(...whoAndWhen(told), proposeChange, { guide, summary: told.summary, text, version: file.version })
    ).number
  }

  const told = read()
  for (const { guide, answer, incident, text, ...when } of told.flags) {
    const flagged = await ask(...whoAndWhen(when), flagGuide, { guide, text, incident: await incidentOf(incident) })
    if (!answer) continue
    const { reason, proposal, ...answered } = answer
    const verdict = { verdict: 'change', reason, proposal: await propose(guide, proposal) }
    await act(...whoAndWhen(answered), answerGuide, { guide, flag: flagged.flags[0]?.id, ...verdict })
  }
  for (const { guide, goodForDays, exercise, reason, ...when } of told.confirmations) {
    const { number } = await db.exercise.findFirstOrThrow({ where: { title: exercise } })
    const until = localDate(at(-goodForDays), 'UTC')
    await act(...whoAndWhen(when), answerGuide, { guide, verdict: 'stands', reason, until, exercise: number })
  }
  for (const { guide, declined, ...proposal } of told.proposals) {
    const number = await propose(guide, proposal)
    await act(...whoAndWhen(declined), closeProposal, { guide, number, outcome: 'declined', reason: declined.reason })
  }
  for (const { guide, service, marks, finished, abandoned, ...when } of told.checklists) {
    const { number } = await ask(...whoAndWhen(when), startChecklist, { guide, service })
    for (const { daysAgo, ...mark } of marks)
      await act(...whoAndWhen({ ...when, daysAgo }), markItem, { number, ...mark })
    if (finished) await act(...whoAndWhen({ ...when, ...finished }), finishChecklist, { number, note: finished.note })
    if (abandoned)
      await act(...whoAndWhen({ ...when, ...abandoned }), abandonChecklist, { number, reason: abandoned.reason })
  }
}

type Change = Told['proposals'][number] | NonNullable<Told['flags'][number]['answer']>['proposal']

function read(): Told {
  const home = process.env.FIREBREAK_HOME ?? process.cwd()
  return Told.parse(parseYaml(readFileSync(path.join(home, 'content', 'sample', 'guides.yaml'), 'utf8')))
}

const missing = (what: string): never => {
  throw new Error(`content/sample/guides.yaml: there is no "${what}".`)
}
