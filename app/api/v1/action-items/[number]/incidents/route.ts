import { answered } from '#lib/web/api/action-items.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = answered
