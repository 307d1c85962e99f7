import { threads } from '#lib/web/api/comments.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = threads
