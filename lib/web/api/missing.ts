import { notFound } from '#lib/problem.ts'
import { problemResponse } from '../problem-response.ts'

/** Addresses the API does not have answer like records one cannot see, and in JSON rather than with a page. */
export const missing = async ({ headers }: Request): Promise<Response> =>
  problemResponse(notFound, headers.get('x-request-id') ?? crypto.randomUUID())
