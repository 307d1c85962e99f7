import { type Problem, sentence } from '#lib/problem.ts'
import { reused } from './once.ts'

/** Answers that are nobody's problem to solve in the domain: how the request was made. */
export type DoorProblem =
  | Problem
  | { kind: 'malformed'; message: string }
  | { kind: 'too_large'; message: string }
  | { kind: 'not_json'; message: string }
  | { kind: 'unsupported'; message: string }
  | { kind: 'not_allowed'; message: string; allow: string }
  | { kind: 'fault' }

/** One table: what each problem is to HTTP. Everything a client may rely on stands here. */
export const statuses = {
  invalid: { status: 400, title: 'Something in the request needs another look' },
  malformed: { status: 400, title: 'The request could not be read' },
  unauthenticated: { status: 401, title: 'Sign in, or send a token' },
  forbidden: { status: 403, title: 'Not yours to do' },
  not_found: { status: 404, title: 'Nothing here that you can see' },
  not_allowed: { status: 405, title: 'Not done this way' },
  conflict: { status: 409, title: 'It is not how you left it' },
  too_large: { status: 413, title: 'Too much at once' },
  not_json: { status: 415, title: 'Send JSON' },
  unsupported: { status: 415, title: 'Not a kind of content that is taken here' },
  key_reused: { status: 422, title: 'This key was used before' },
  limited: { status: 429, title: 'A lot in a short time' },
  fault: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available right now' },
} as const satisfies Record<DoorProblem['kind'] | 'key_reused', { status: number; title: string }>

/** A body that names a thousand unknown fields gets the first of them. */
const FIELDS_MAX = 50
/** The embedded database is back within two seconds after a restart. */
const RETRY_SECONDS = 2

/** RFC 9457. `instance` is the request's id, which is what to look for in the log. */
export function problemResponse(problem: DoorProblem, requestId: string, headers: HeadersInit = {}): Response {
  const kind = problem === reused ? 'key_reused' : problem.kind
  const { status, title } = statuses[kind]
  const body = {
    type: `urn:firebreak:problem:${kind}`,
    title,
    status,
    detail: detail(problem),
    instance: `urn:uuid:${requestId}`,
    ...(problem.kind === 'invalid' && { fields: problem.fields.slice(0, FIELDS_MAX) }),
    ...(problem.kind === 'conflict' && problem.current !== undefined && { current: problem.current }),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...Object.fromEntries(new Headers(headers)),
      ...extra(problem),
      'content-type': 'application/problem+json',
      'cache-control': 'private, no-store',
      'x-request-id': requestId,
    },
  })
}

function detail(problem: DoorProblem): string {
  switch (problem.kind) {
    case 'malformed':
    case 'too_large':
    case 'not_json':
    case 'unsupported':
    case 'not_allowed':
      return problem.message
    case 'fault':
      return 'Nothing was changed. If it keeps happening, tell an administrator the number under "instance".'
    default:
      return sentence(problem)
  }
}

function extra(problem: DoorProblem): Record<string, string> {
  if (problem.kind === 'limited') return { 'retry-after': String(problem.retryAfterSeconds) }
  if (problem.kind === 'unavailable') return { 'retry-after': String(RETRY_SECONDS) }
  if (problem.kind === 'unauthenticated') return { 'www-authenticate': 'Bearer realm="Firebreak"' }
  return problem.kind === 'not_allowed' ? { allow: problem.allow } : {}
}
