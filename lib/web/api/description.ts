import { openapi } from '../openapi.ts'
import type { Handler, Route } from '../routes.ts'
import { allRoutes } from './all.ts'
import { missing } from './missing.ts'

let text: string | undefined

/** It holds no data of anybody, so it asks for no credentials: generators fetch it before they have any. */
const GET: Handler = async () => {
  text ??= JSON.stringify(openapi(allRoutes))
  return new Response(text, { headers: { 'content-type': 'application/json' } })
}

export const description: Route = {
  path: '/openapi.json',
  operations: {},
  GET,
  HEAD: async () => new Response(null),
  POST: missing,
  PUT: missing,
  PATCH: missing,
  DELETE: missing,
  OPTIONS: missing,
}
