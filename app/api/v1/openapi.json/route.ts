import { description } from '#lib/web/api/description.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = description
