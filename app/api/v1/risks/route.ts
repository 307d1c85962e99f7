import { risks } from '#lib/web/api/risks.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = risks
