import { sweeps } from '#lib/web/api/exposure.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = sweeps
