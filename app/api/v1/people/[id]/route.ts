import { person } from '#lib/web/api/people.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = person
