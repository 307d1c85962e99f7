import { createService } from '#lib/services/create.ts'
import { getService, listServices } from '#lib/services/queries.ts'
import { GetServiceInput, ListServicesInput, ServiceOut } from '#lib/services/schema.ts'
import { updateService } from '#lib/services/update.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

export const services = route('/services', {
  GET: list({
    name: 'service.list',
    summary: 'Lists the services of the catalogue by name.',
    scope: 'incidents:read',
    input: ListServicesInput,
    item: ServiceOut,
    run: listServices,
  }),
  POST: endpoint(createService, {
    created: ({ slug }) => `/api/v1/services/${slug}`,
    example: { name: 'Edge proxy', team: 'edge', tier: 0 },
  }),
})

export const service = route('/services/{slug}', {
  GET: get({
    name: 'service.get',
    summary: 'Tells what the catalogue knows of one service.',
    scope: 'incidents:read',
    input: GetServiceInput,
    output: ServiceOut,
    run: (work, { slug }) => getService(work, slug),
  }),
  PATCH: endpoint(updateService, { example: { tier: 1 } }),
})
