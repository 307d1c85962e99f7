import { watchedRecords } from '#lib/web/api/following.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = watchedRecords
