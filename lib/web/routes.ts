import { contextForRequest } from '#lib/auth/current.ts'
import { networkOf } from '#lib/auth/network.ts'
import { env } from '#lib/env.ts'
import { type Problem, refuse } from '#lib/problem.ts'
import { currentServer } from '#lib/server.ts'
import type { Operation } from './operation.ts'
import { problemResponse } from './problem-response.ts'
import { type Door, serve } from './rest-door.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof methods)[number]
export type Operations = { [M in Method]?: Operation }

/** What Next hands a route besides the request: the parts of the path in square brackets. */
type Place = { params: Promise<Record<string, string>> }
export type Handler = (request: Request, place: Place) => Promise<Response>

export type Route = Record<Method | 'HEAD' | 'OPTIONS', Handler> & { path: string; operations: Operations }

/** All methods of one address. Those it does not have answer with those it has. */
export function route(path: string, operations: Operations, door: Door = liveDoor): Route {
  const of = (method: Method) => handler({ path, operations, method, door })
  const read = of('GET')
  const told: Handler = async () => new Response(null, { status: 204, headers: { allow: allowed(operations) } })
  return {
    path,
    operations,
    GET: read,
    HEAD: async (request, place) => withoutBody(await read(request, place)),
    POST: of('POST'),
    PUT: of('PUT'),
    PATCH: of('PATCH'),
    DELETE: of('DELETE'),
    OPTIONS: told,
  }
}

const liveDoor: Door = {
  get appUrl() {
    return env().APP_URL
  },
  // Next answers requests while the database is still being opened.
  contextOf: (request) => (currentServer() ? contextForRequest(request) : refuse(starting)),
  networkOf: ({ headers }) => networkOf(headers.get('x-forwarded-for'), env().TRUSTED_PROXIES),
}

const starting: Problem = { kind: 'unavailable', message: 'Firebreak is starting. Try again in a moment.' }

type Given = { path: string; operations: Operations; method: Method; door: Door }

function handler({ path, operations, method, door }: Given): Handler {
  const operation = operations[method]
  if (operation)
    return async (request, { params }) => serve({ request, params: await params, route: path, operation, door })
  const allow = allowed(operations)
  const message = `This address takes ${allow}.`
  return async ({ headers }) =>
    problemResponse({ kind: 'not_allowed', message, allow }, headers.get('x-request-id') ?? crypto.randomUUID())
}

const allowed = (operations: Operations) =>
  ['OPTIONS', ...methods.filter((method) => operations[method]), ...(operations.GET ? ['HEAD'] : [])].join(', ')

const withoutBody = ({ status, headers }: Response) => new Response(null, { status, headers })
