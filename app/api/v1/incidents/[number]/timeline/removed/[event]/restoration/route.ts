import { removedEntry } from '#lib/web/api/timeline.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = removedEntry
