import { nearMisses } from '#lib/web/api/templates.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = nearMisses
