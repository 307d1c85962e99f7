import { slugOf } from '#lib/ids.ts'
import type { Format } from './schema.ts'

export const endings: Record<Format, string> = { markdown: 'md', html: 'html', json: 'json' }

/** `pm-42-resolvers-refused-valid-answers.md`: found again by number and by words, safe on every system. */
export function filenameFor(number: number, title: string, format: Format): string {
  const words = slugOf(title).slice(0, 50).replace(/-$/, '')
  return `pm-${number}${words === 'unnamed' ? '' : `-${words}`}.${endings[format]}`
}
