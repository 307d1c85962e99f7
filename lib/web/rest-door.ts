import type { Actor } from '#lib/actor.ts'
import type { Context } from '#lib/context.ts'
import { log } from '#lib/log.ts'
import { problemOf } from './answer.ts'
import { pathOfNul, readBody } from './body.ts'
import { readFields } from './form-data.ts'
import { keyOf, type Spent, spend } from './limits.ts'
import type { Operation } from './operation.ts'
import { foreignOrigin } from './origin.ts'
import { type DoorProblem, problemResponse } from './problem-response.ts'
import type { Streaming } from './stream.ts'

/** What the door needs to know of the process it stands in. */
export type Door = {
  appUrl: URL | undefined
  contextOf: (request: Request) => Promise<Context>
  /** The visitor's network, for counting those who have no name. */
  networkOf: (request: Request) => string
}

export type Visit = {
  request: Request
  params: Record<string, string>
  route: string
  operation: Operation
  door: Door
}

/** From a request to a command or a query and back. It never throws: a fault of ours is logged and told by its number. */
export async function serve(visit: Visit): Promise<Response> {
  const { request, route } = visit
  let requestId = request.headers.get('x-request-id') ?? crypto.randomUUID()
  try {
    if (carriesForeignCookie(visit)) return problemResponse(foreign, requestId)
    const context = await visit.door.contextOf(request)
    requestId = context.requestId
    return await admitted(visit, context)
  } catch (error) {
    return faultResponse(error, { requestId, route, method: request.method })
  }
}

/** A browser attaches cookies to requests other sites cause; a token is only ever attached on purpose. */
function carriesForeignCookie({ request: { method, headers }, door: { appUrl } }: Visit): boolean {
  const safe = method === 'GET' || method === 'HEAD'
  return !safe && !headers.has('authorization') && headers.has('cookie') && foreignOrigin({ headers, appUrl }) !== null
}

const foreign: DoorProblem = {
  kind: 'forbidden',
  reason: 'Changes with a session cookie are taken from pages of this instance only. Send a token instead.',
}

async function admitted(visit: Visit, context: Context): Promise<Response> {
  const { actor, requestId } = context
  const { request, operation, door } = visit
  const anonymous = actor.kind !== 'person'
  const spent = anonymous
    ? spend('anonymous', door.networkOf(request))
    : spend(actor.via.kind === 'token' ? 'token' : 'person', keyOf(actor))
  const limiting = spent.allowed && operation.limit && !anonymous ? spend(operation.limit, keyOf(actor)) : spent
  const headers = limitHeaders(limiting)
  const refusal = limiting.allowed ? unfit(actor, operation) : limited(limiting)
  return refusal ? problemResponse(refusal, requestId, headers) : performed(visit, context, headers)
}

const limited = ({ retryAfterSeconds }: Spent): DoorProblem => ({ kind: 'limited', retryAfterSeconds })

/** Before the body is read: nobody unknown and no token without the scope gets us to work. */
function unfit(actor: Actor, { scope }: Operation): DoorProblem | null {
  if (actor.kind !== 'person') return { kind: 'unauthenticated' }
  if (actor.via.kind === 'session' || actor.via.scopes.includes(scope)) return null
  return { kind: 'forbidden', reason: `This token was not given the scope ${scope}.` }
}

async function performed(visit: Visit, context: Context, headers: HeadersInit): Promise<Response> {
  const { operation, params, request, route } = visit
  const { requestId } = context
  if (operation.stream) return streamedReply(visit, context, { headers, stream: operation.stream })
  const given = operation.kind === 'query' ? readQuery(visit) : await readCommand(request)
  if (!given.ok) return problemResponse(given.problem, requestId, headers)
  const key = idempotencyKey(request)
  if (!key.ok) return problemResponse(key.problem, requestId, headers)
  const raw = { ...given.value, ...operation.with, ...params }
  const outcome = await operation.answer(context, raw, key.value, `${request.method} ${pathOf(route, params)}`)
  if (!outcome.ok) return problemResponse(outcome.problem, requestId, headers)
  const location = operation.location?.(outcome.value)
  return new Response(JSON.stringify(outcome.value), {
    status: location ? 201 : 200,
    headers: {
      ...Object.fromEntries(new Headers(headers)),
      ...(location && { location }),
      ...(outcome.replayed && { 'idempotent-replayed': 'true' }),
      'content-type': 'application/json',
      'cache-control': 'private, no-store',
      'x-request-id': requestId,
    },
  })
}

type Flow = { headers: HeadersInit; stream: Streaming }

async function streamedReply(visit: Visit, context: Context, { headers, stream }: Flow): Promise<Response> {
  const { operation, params, request } = visit
  const { requestId } = context
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (stream.accepts.length > 0 && !stream.anyType && !stream.accepts.includes(type)) {
    const message = `Send the body as ${stream.accepts.join(' or ')}, and say so in the header "Content-Type".`
    return problemResponse({ kind: 'unsupported', message }, requestId, headers)
  }
  const given = readQuery(visit)
  if (!given.ok) return problemResponse(given.problem, requestId, headers)
  const outcome = await stream.respond(context, { ...given.value, ...operation.with, ...params }, request)
  if (!outcome.ok) return problemResponse(outcome.problem, requestId, headers)
  const safe = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff', 'x-request-id': requestId }
  return new Response(outcome.value.body, {
    status: outcome.value.status ?? 200,
    headers: { ...Object.fromEntries(new Headers(headers)), ...outcome.value.headers, ...safe },
  })
}

type Given = { ok: true; value: Record<string, unknown> } | { ok: false; problem: DoorProblem }

function readQuery({ request, operation }: Visit): Given {
  const { raw, problems } = readFields(operation.input, [...new URL(request.url).searchParams])
  const nul = pathOfNul(raw)
  if (nul !== null) problems.push({ field: nul, message: 'This holds a NUL character; remove it.' })
  return problems.length > 0 ? { ok: false, problem: { kind: 'invalid', fields: problems } } : { ok: true, value: raw }
}

/** What changes something stands in the body: addresses end up in logs and histories. */
async function readCommand(request: Request): Promise<Given> {
  const misplaced = [...new URL(request.url).searchParams.keys()]
  if (misplaced.length === 0) return readBody(request)
  const fields = misplaced.map((field) => ({ field, message: 'Put this into the body, not into the address.' }))
  return { ok: false, problem: { kind: 'invalid', fields } }
}

/** The length leaves room for a prefix in the column's 200; the alphabet is what HTTP lets through unharmed. */
function idempotencyKey({
  method,
  headers,
}: Request): { ok: true; value: string | null } | { ok: false; problem: DoorProblem } {
  const key = headers.get('idempotency-key')
  // Other methods are repeatable by what they mean: PUT and DELETE end in the same state, PATCH names a version.
  if (key === null || method !== 'POST') return { ok: true, value: null }
  if (/^[\x21-\x7e]{1,190}$/.test(key)) return { ok: true, value: `rest:${key}` }
  const message = 'Use 1 to 190 visible ASCII characters, such as a UUID.'
  return { ok: false, problem: { kind: 'invalid', fields: [{ field: 'Idempotency-Key', message }] } }
}

const pathOf = (route: string, params: Record<string, string>) =>
  route.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')

const limitHeaders = ({ most, left, resetSeconds }: Spent): HeadersInit => ({
  'ratelimit-limit': String(most),
  'ratelimit-remaining': String(left),
  'ratelimit-reset': String(resetSeconds),
})

function faultResponse(error: unknown, where: { requestId: string; route: string; method: string }): Response {
  try {
    return problemResponse(problemOf(error), where.requestId)
  } catch (bug) {
    log('error', 'A request failed', { ...where, status: 500, error: bug })
    return problemResponse({ kind: 'fault' }, where.requestId)
  }
}
