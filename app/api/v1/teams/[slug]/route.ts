import { team } from '#lib/web/api/teams.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = team
