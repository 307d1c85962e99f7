import { similar } from '#lib/web/api/incidents.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = similar
