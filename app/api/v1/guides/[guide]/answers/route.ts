import { confirmations } from '#lib/web/api/guides.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = confirmations
