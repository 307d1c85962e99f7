import { search } from '#lib/web/api/search.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = search
