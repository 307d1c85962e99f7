import { notFound } from '#lib/problem.ts'
import { problemResponse } from '../problem-response.ts'
import type { Handler } from '../routes.ts'

/** Addresses the API does not have answer like records one cannot see, and in JSON rather than with a page. */
const missing: Handler = async ({ headers }) =>
  problemResponse(notFound, headers.get('x-request-id') ?? crypto.randomUUID())

export const everyMethod = {
  GET: missing,
  HEAD: missing,
  POST: missing,
  PUT: missing,
  PATCH: missing,
  DELETE: missing,
  OPTIONS: missing,
}
