import { exercise } from '#lib/web/api/exercises.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = exercise
