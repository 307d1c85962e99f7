import type { z } from 'zod'
import { attempt, type Outcome, parse, record } from '#lib/command.ts'
import { type Context, type Work, workIn } from '#lib/context.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { refuse } from '#lib/problem.ts'
import { SECTION_MAX } from '#lib/text.ts'
import { append } from './append.ts'
import { type Locked, readUpdate, rebase, type SentUpdate, Unusable, type Update, writeUpdate } from './model.ts'
import { type Document, getDocument, lockInDocument, updatesBetween } from './queries.ts'
import { PushInput, type PushRefusal } from './schema.ts'

/** `updates` is what was added after `from`, moved over what came first; none when all of it had arrived before. */
export type Pushed =
  | { taken: true; document: string; from: number; version: number; updates: SentUpdate[] }
  | { taken: false; reason: PushRefusal; message: string }

/**
 * Takes what somebody typed. It gives what a command gives: input read at the border, one transaction in the actor's
 * name, the section locked, the policy asked, and the event with the change. It is not one itself because a command
 * writes an event each time, and a keystroke is none: `Sittings` says when one is due.
 */
export async function push(
  context: Context,
  raw: z.input<typeof PushInput>,
  sittings: Sittings,
): Promise<Outcome<Pushed>> {
  return attempt(async () => {
    const input = parse(PushInput, raw)
    try {
      const { value, committed } = await context.transaction((db) => take(workIn(context, db), input, sittings))
      committed()
      return { ok: true, value }
    } catch (error) {
      if (error instanceof Unusable) return { ok: true, value: refused('unusable', error.message) }
      throw error
    }
  })
}

type Taken = { value: Pushed; committed: () => void }
const nothing = () => undefined

async function take(work: Work, input: z.output<typeof PushInput>, sittings: Sittings): Promise<Taken> {
  const { number, key } = input
  const due = sittings.due(work, number, key)
  // Before the section: commands lock the postmortem first, and whoever locks the other way round waits for them forever.
  if (due.outbox) await work.db.$queryRaw`select 1 from "Postmortem" where "number" = ${number} for update`
  const found = await lockInDocument(work, { number, key })
  const document = found?.document ?? (await getDocument(work, number))
  const decision = can(work.actor, 'edit', 'postmortem', document)
  if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
  if (!found) return no('gone', 'This section is no longer part of the postmortem.')
  const { section } = found
  const over = await updatesBetween(work, {
    postmortemId: document.id,
    key,
    after: input.version,
    upTo: section.version,
  })
  if (!over) return no('replaced', 'The text was replaced while you were away.')
  const updates = rebase(input.updates.map(readUpdate), over)
  if (updates.length === 0) return { value: taken(section, []), committed: nothing }
  if (tooLong(section.body, updates))
    return no('too_long', `A section can have at most ${SECTION_MAX.toLocaleString('en')} characters.`)
  await append(work, [{ section, updates }])
  await tell(work, document, key, due)
  return { value: taken(section, updates), committed: due.done }
}

/** A text that is too long already, from before the limit, may still be shortened. */
function tooLong(body: string, updates: readonly Update[]): boolean {
  const length = updates.at(-1)?.changes.newLength ?? body.length
  return length > SECTION_MAX && length > body.length
}

const taken = ({ postmortemId, version }: Locked, updates: readonly Update[]): Pushed => ({
  taken: true,
  document: postmortemId,
  from: version,
  version: version + updates.length,
  updates: updates.map(writeUpdate),
})
const refused = (reason: PushRefusal, message: string): Pushed => ({ taken: false, reason, message })
const no = (reason: PushRefusal, message: string): Taken => ({ value: refused(reason, message), committed: nothing })

async function tell(work: Work, { id }: Document, key: string, due: Due): Promise<void> {
  if (due.event) await record(work, [happened('postmortem.edited', id, { sections: [key] })])
  if (!due.outbox) return
  await work.db.postmortem.update({ where: { id }, data: { updatedAt: work.now } })
  const availableAt = new Date(work.now.getTime() + OUTBOX_MS + 1_000)
  const row = { id: newId(work.now), topic: 'changed', subjectKind: 'postmortem', subjectId: id }
  await work.db.outbox.createMany({ data: { ...row, createdAt: work.now, availableAt } })
}

/** One line in the history for ten minutes of one person's writing in one section, in each process. */
const EVENT_MS = 10 * 60_000
/** Search follows typing at this distance. The row is written ahead of time, so a crash leaves it to be done. */
const OUTBOX_MS = 10_000
/** Some megabytes; the oldest are forgotten first, which writes one more event. */
const SITTINGS_MAX = 10_000

type Due = { event: boolean; outbox: boolean; done: () => void }
export type Sittings = { due: (work: Work, number: number, key: string) => Due }

/** Remembers what was told of whom and when. A restart forgets it, and then something is told once more. */
export function sittings(): Sittings {
  const told = new Map<string, number>()
  const isDue = (name: string, now: number, everyMs: number) =>
    now - (told.get(name) ?? Number.NEGATIVE_INFINITY) >= everyMs
  return {
    due: ({ actor, now }, number, key) => {
      const at = now.getTime()
      const who = actor.kind === 'person' ? actor.personId : actor.kind
      const document = `${number}`
      const sitting = `${who} ${document} ${key}`
      const event = isDue(sitting, at, EVENT_MS)
      const outbox = isDue(document, at, OUTBOX_MS)
      const done = () => {
        if (event) told.set(sitting, at)
        if (outbox) told.set(document, at)
        for (const oldest of told.keys()) if (told.size > SITTINGS_MAX) told.delete(oldest)
      }
      return { event, outbox, done }
    },
  }
}
