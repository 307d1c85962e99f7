import { incidents } from '#lib/web/api/exports.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = incidents
