import { z } from 'zod'
import { find } from '#lib/search/find.ts'
import { SearchInput, SearchOut } from '#lib/search/schema.ts'
import { ask } from '../operation.ts'
import { route } from '../routes.ts'

export const search = route('/search', {
  GET: ask({
    name: 'search.find',
    summary: 'Finds whatever may be read by its words and by operators such as service:edge, best first.',
    scope: 'search:read',
    limit: 'search',
    input: SearchInput,
    output: SearchOut.extend({ tookMs: z.number() }),
    ask: async (context, input) => {
      const began = performance.now()
      const { meant: _, fallback: __, ...found } = await find(context, input)
      return { ...found, tookMs: Math.round(performance.now() - began) }
    },
  }),
})
