import { view } from '#lib/web/api/views.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = view
