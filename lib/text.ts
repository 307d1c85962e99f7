import { z } from 'zod'

/** One line of text: trimmed, composed (NFC), without control characters. `what` completes "… is missing". */
export function line({ what, max, min = 1 }: { what: string; max: number; min?: number }) {
  return z
    .string(`${what} must be text.`)
    .transform((value) => value.toWellFormed().normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(min, min === 1 ? `${what} is missing.` : `${what} needs at least ${min} characters.`)
        .max(max, `${what} can have at most ${max.toLocaleString('en')} characters.`)
        .refine((value) => !hasControls(value), `${what} holds a control character; remove it.`),
    )
}

/** A line that may stay empty. */
export const optionalLine = ({ what, max }: { what: string; max: number }) => line({ what, max, min: 0 })

/** Markdown or other long text: kept as typed except that lone surrogates are repaired and line ends are made one kind. */
export function prose({ what, max, min = 0 }: { what: string; max: number; min?: number }) {
  return z
    .string(`${what} must be text.`)
    .transform((value) => value.toWellFormed().replace(/\r\n?/g, '\n'))
    .pipe(
      z
        .string()
        .min(min, `${what} is missing.`)
        .max(max, `${what} can have at most ${max.toLocaleString('en')} characters.`)
        // PostgreSQL cannot store NUL in text (22021).
        .refine((value) => !value.includes('\0'), `${what} holds a NUL character; remove it.`),
    )
}

/** 100,000 characters: twice the longest public postmortem we measured, half of what the renderer accepts. */
export const SECTION_MAX = 100_000
/** A reason, a note, an exit criterion: a paragraph or two. */
export const NOTE_MAX = 2_000
/** Fits one line of a list on a wide screen and most link previews. */
export const TITLE_MAX = 200

export const email = line({ what: 'The e-mail address', max: 254 })
  // NFKC so that look-alike "@" and letters cannot make two accounts of one address.
  .transform((value) => value.normalize('NFKC').toLowerCase())
  .pipe(z.email('Write an e-mail address like ada@example.com.'))

function hasControls(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
  return /[\u0000-\u001f\u007f]/.test(value)
}
