import { restoration } from '#lib/web/api/postmortems.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = restoration
