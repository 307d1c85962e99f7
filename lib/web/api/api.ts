import { addressBook } from '../addresses.ts'
import type { Route } from '../routes.ts'
import { allRoutes } from './all.ts'
import { description } from './description.ts'
import { missing } from './missing.ts'

type Place = { params: Promise<{ path: string[] }> }
type Handler = (request: Request, place: Place) => Promise<Response>
type Method = Exclude<keyof Route, 'path' | 'operations'>

const find = addressBook([...allRoutes, description])

const at =
  (method: Method): Handler =>
  async (request, { params }) => {
    const found = find((await params).path)
    return found ? found.route[method](request, { params: Promise.resolve(found.params) }) : missing(request)
  }

/** The whole API behind one address, from the same list that describes it. */
export const api = {
  GET: at('GET'),
  HEAD: at('HEAD'),
  POST: at('POST'),
  PUT: at('PUT'),
  PATCH: at('PATCH'),
  DELETE: at('DELETE'),
  OPTIONS: at('OPTIONS'),
}
