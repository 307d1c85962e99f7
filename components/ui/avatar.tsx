/** Initials on a hue that belongs to the name, so one person looks the same on every page and nothing is fetched. */
export function Avatar({ name, size = 'regular' }: { name: string; size?: 'small' | 'regular' | 'large' }) {
  const box = { small: 'size-5 text-[0.5625rem]', regular: 'size-7 text-[0.6875rem]', large: 'size-10 text-sm' }[size]
  return (
    <span
      aria-hidden
      style={{ '--hue': hueOf(name) } as React.CSSProperties}
      className={`avatar inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold tracking-tight ${box}`}
    >
      {initials(name)}
    </span>
  )
}

/** Face and name together: what lists and facts panels use. */
export function Person({ name, detail }: { name: string; detail?: string }) {
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-2 align-middle">
      <Avatar name={name} size="small" />
      <span className="truncate">{name}</span>
      {detail && <span className="truncate text-muted">{detail}</span>}
    </span>
  )
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = [...(words[0] ?? '?')][0] ?? '?'
  // Two ideographs do not fit the circle, and one already tells a name.
  if (/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(first)) return first
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toLocaleUpperCase()
}

/** One of twelve, so that neighbours in a list are told apart. */
export function hueOf(name: string): number {
  let sum = 7
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return (sum % 12) * 30
}
