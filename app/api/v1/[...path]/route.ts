import { api } from '#lib/web/api/api.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = api
