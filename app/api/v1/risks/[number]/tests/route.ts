import { tests } from '#lib/web/api/risks.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = tests
