/**
 * Making a formatter costs some hundred times what using it does, and a page has dozens of times on it. There are as
 * many as kinds of text times zones in use; a thousand is more than any company has.
 */
const MAX = 1_000
const formats = new Map<string, Intl.DateTimeFormat>()

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  if (formats.size >= MAX) formats.clear()
  const format = new Intl.DateTimeFormat(locale, options)
  formats.set(key, format)
  return format
}
