import { dismissals } from '#lib/web/api/hints.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = dismissals
