import { reports } from '#lib/web/api/programs.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = reports
