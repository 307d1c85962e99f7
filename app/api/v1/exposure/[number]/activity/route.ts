import { activityOfSweep } from '#lib/web/api/records.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = activityOfSweep
