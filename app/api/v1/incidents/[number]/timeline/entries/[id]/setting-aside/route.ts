import { timelineSettingAside } from '#lib/web/api/timeline.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = timelineSettingAside
