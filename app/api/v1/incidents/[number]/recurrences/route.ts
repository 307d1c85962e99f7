import { recurrences } from '#lib/web/api/recurrences.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = recurrences
