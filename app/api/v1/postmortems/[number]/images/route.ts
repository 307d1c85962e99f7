import { images } from '#lib/web/api/images.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = images
