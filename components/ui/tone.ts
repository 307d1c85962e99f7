/** What a colour says. A tone never travels alone: the words and an icon say the same. */
export type Tone = 'neutral' | 'accent' | 'danger' | 'warn' | 'ok' | 'info'

export const softTone: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted ring-line',
  accent: 'bg-accent-soft text-accent ring-accent/20',
  danger: 'bg-danger-soft text-danger ring-danger-edge',
  warn: 'bg-warn-soft text-warn ring-warn-edge',
  ok: 'bg-ok-soft text-ok ring-ok-edge',
  info: 'bg-info-soft text-info ring-info-edge',
}

export const inkTone: Record<Tone, string> = {
  neutral: 'text-muted',
  accent: 'text-accent',
  danger: 'text-danger',
  warn: 'text-warn',
  ok: 'text-ok',
  info: 'text-info',
}
