export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** From a cookie or a form, so anything may arrive. */
export const readTheme = (value: unknown): Theme => themes.find((theme) => theme === value) ?? 'system'
