import { z } from 'zod'
import { SearchInput, SearchOut } from '#lib/search/schema.ts'
import { search as find } from '#lib/search/search.ts'
import { get } from '../operation.ts'
import { route } from '../routes.ts'

export const search = route('/search', {
  GET: get({
    name: 'search.find',
    summary: 'Finds postmortems, incidents, action items and guides by their words, best first.',
    scope: 'search:read',
    limit: 'search',
    input: SearchInput,
    output: SearchOut.extend({ tookMs: z.number() }),
    run: async (work, input) => {
      const began = performance.now()
      const results = await find(work, input)
      return { results, tookMs: Math.round(performance.now() - began) }
    },
  }),
})
