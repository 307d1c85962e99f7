import { unwritten } from '#lib/web/api/reviews.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = unwritten
