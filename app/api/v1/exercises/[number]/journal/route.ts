import { journal } from '#lib/web/api/exercises.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = journal
