export const dynamic = 'force-dynamic'

/** The process runs and its event loop turns. Restart it when this does not answer. */
export function GET(): Response {
  return Response.json({ live: true })
}
