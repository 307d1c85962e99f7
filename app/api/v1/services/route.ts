import { services } from '#lib/web/api/services.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = services
