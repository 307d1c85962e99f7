import { postmortems } from '#lib/web/api/imports.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = postmortems
