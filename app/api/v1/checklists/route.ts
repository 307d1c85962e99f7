import { checklists } from '#lib/web/api/checklists.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = checklists
