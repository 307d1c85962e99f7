import { sweep } from '#lib/web/api/exposure.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = sweep
