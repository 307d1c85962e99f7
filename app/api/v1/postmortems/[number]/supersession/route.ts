import { supersession } from '#lib/web/api/postmortems.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = supersession
