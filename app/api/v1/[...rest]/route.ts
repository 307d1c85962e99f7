import { everyMethod } from '#lib/web/api/missing.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = everyMethod
