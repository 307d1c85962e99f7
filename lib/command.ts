import type { z } from 'zod'
import type { Actor, Scope } from './actor.ts'
import { type Context, type Db, type Work, workIn } from './context.ts'
import type { Decision } from './decision.ts'
import { actorColumns, type Happening } from './events.ts'
import { newId } from './ids.ts'
import { type Problem, Refusal, refuse } from './problem.ts'

/**
 * Every change is a command: what it accepts, what it is about, who may do it, and what happened.
 * Forms, REST and the command line are thin doors to the same value. Leaving out the rule or the event does not compile.
 */
export type Command<Input extends z.ZodType = z.ZodType, Subject = unknown, Value = unknown> = {
  /** `postmortem.publish`: the noun, and the verb as on the button. */
  name: `${string}.${string}`
  /** One sentence for the API description. */
  summary: string
  /** What a token must have been given. A session needs none. */
  scope: Scope
  input: Input
  /** What goes out. Columns that are not named here cannot leave. */
  output: z.ZodType<Value>
  /** Loads, and locks, what the command is about; refuses with not_found when the actor cannot see it. */
  subject: (work: Work, input: z.output<Input>) => Promise<Subject>
  may: (actor: Actor, subject: Subject, input: z.output<Input>) => Decision
  run: (work: Work, given: { input: z.output<Input>; subject: Subject }) => Promise<Done<Value>>
}

/** `read` is a value that takes reading: whoever does not look at the answer does not wait for it. */
export type Done<Value> = ({ value: Value } | { read: () => Promise<Value> }) & {
  events: readonly [Happening, ...Happening[]]
}

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; problem: Problem }

/** Gives the compiler the chance to infer what belongs together. */
export const command = <Input extends z.ZodType, Subject, Value>(parts: Command<Input, Subject, Value>) => parts

/** Runs a command in a transaction of its own. */
export async function execute<Input extends z.ZodType, Subject, Value>(
  context: Context,
  command: Command<Input, Subject, Value>,
  raw: unknown,
): Promise<Outcome<Value>> {
  return attempt(async () => {
    const input = parse(command.input, raw)
    return { ok: true, value: await context.transaction((db) => perform(workIn(context, db), command, input)) }
  })
}

/** Turns a refusal into an outcome. For the few things that take steps outside a transaction, like hashing a password. */
export async function attempt<Value>(run: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem }
    throw error
  }
}

/** Runs a command inside a transaction that is already open: imports and seeding do many in one. */
export async function perform<Input extends z.ZodType, Subject, Value>(
  work: Work,
  command: Command<Input, Subject, Value>,
  input: z.output<Input>,
): Promise<Value> {
  const done = await carryOut(work, command, input)
  const value = await answerOf(done)
  await record(work, done.events)
  return value
}

export const answerOf = async <Value>(done: Done<Value>): Promise<Value> => ('read' in done ? done.read() : done.value)

/** The same without its last two steps, for whoever does many: what happened is theirs to record, in the same transaction. */
export async function carryOut<Input extends z.ZodType, Subject, Value>(
  work: Work,
  command: Command<Input, Subject, Value>,
  input: z.output<Input>,
): Promise<Done<Value>> {
  const subject = await command.subject(work, input)
  const decision = permitted(work.actor, command, () => command.may(work.actor, subject, input))
  if (!decision.allowed) refuse({ kind: 'forbidden', reason: decision.reason })
  return command.run(work, { input, subject })
}

/** Turns whatever arrived into the command's input, or says which field to mend. */
export function parse<Input extends z.ZodType>(schema: Input, raw: unknown): z.output<Input> {
  const parsed = schema.safeParse(raw, { reportInput: true })
  if (parsed.success) return parsed.data
  return refuse({ kind: 'invalid', fields: parsed.error.issues.flatMap(fieldProblems) })
}

function permitted(actor: Actor, { scope }: Pick<Command, 'scope'>, rule: () => Decision): Decision {
  if (actor.kind === 'person' && actor.via.kind === 'token' && !actor.via.scopes.includes(scope))
    return { allowed: false, reason: `This token was not given the scope ${scope}.` }
  return rule()
}

/** What somebody did at a time, as the history tells it. */
export type Told = Omit<Work, 'db'> & { events: readonly Happening[] }

export const record = ({ db, ...who }: Work, events: readonly Happening[]) => recordAll(db, [{ ...who, events }])

/** The event and the work it causes are written with the change, so a crash loses neither: in one statement, as every command does it. */
export async function recordAll(db: Db, told: readonly Told[]): Promise<void> {
  const happenings = told.flatMap(({ now, actor, requestId, events }) =>
    events.map((event) => ({ id: newId(now), at: now, ...actorColumns(actor), ...event, requestId })),
  )
  // Whoever follows a change reads what stands then, so one row for each subject says enough.
  const subjects = new Map(happenings.map(({ subjectId, subjectKind, at }) => [subjectId, { subjectKind, at }]))
  const changes = [...subjects].map(([subjectId, subject]) => ({ id: newId(subject.at), subjectId, ...subject }))
  await db.$executeRaw`
    with told as (
      insert into "Event" ("id", "at", "name", "actorKind", "actorId", "subjectKind", "subjectId", "data", "requestId")
      select e."id", e."at", e."name", e."actorKind"::"ActorKind", e."actorId", e."subjectKind", e."subjectId", e."data", e."requestId"
        from jsonb_to_recordset(${JSON.stringify(happenings)}::jsonb)
          as e("id" uuid, "at" timestamptz, "name" text, "actorKind" text, "actorId" uuid, "subjectKind" text,
               "subjectId" uuid, "data" jsonb, "requestId" text))
    insert into "Outbox" ("id", "topic", "subjectKind", "subjectId", "createdAt", "availableAt")
    select c."id", 'changed', c."subjectKind", c."subjectId", c."at", c."at"
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as c("id" uuid, "at" timestamptz, "subjectKind" text, "subjectId" uuid)`
}

function fieldProblems(issue: z.core.$ZodIssue): { field: string; message: string }[] {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: path ? `${path}.${key}` : key,
      message: `The field "${key}" is not known here; remove it.`,
    }))
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [{ field: path, message: `The field "${path}" is missing.` }]
  return [{ field: path, message: issue.message }]
}
