import { contextForRequest } from '#lib/auth/current.ts'
import { env } from '#lib/env.ts'
import { readiness } from '#lib/health/readiness.ts'
import { currentServer } from '#lib/server.ts'

export const dynamic = 'force-dynamic'

/** Send people here, or not. What exactly is missing is for administrators; everybody else gets yes or no. */
export async function GET(request: Request): Promise<Response> {
  const { ready, checks } = await readiness(currentServer(), env().DATA_DIR)
  const detailed = checks.database && (await isAdministrator(request))
  const body = detailed ? { ready, checks, database: currentServer()?.database.kind } : { ready }
  return Response.json(body, { status: ready ? 200 : 503, headers: ready ? {} : { 'Retry-After': '2' } })
}

async function isAdministrator(request: Request): Promise<boolean> {
  if (!request.headers.has('authorization') && !request.headers.has('cookie')) return false
  const { actor } = await contextForRequest(request)
  return actor.kind === 'person' && actor.role === 'administrator'
}
