import type { Completion, CompletionSource } from '@codemirror/autocomplete'
import { mentionOf } from '#lib/mentions.ts'
import type { TalkGiven } from './given.ts'

/** After an @ at the beginning of a word: everybody, and who of them could not open this document. */
export function mentionSource({ people, text }: TalkGiven): CompletionSource {
  const options = people.map(
    (person): Completion => ({
      label: `@${person.name}`,
      apply: `${mentionOf(person)} `,
      type: 'text',
      ...(!person.reads && { detail: text.cannotOpen, boost: -20 }),
    }),
  )
  return (context) => {
    const typed = context.matchBefore(/(?:^|[\s(])@[\p{L}\p{M}'’.-]*/u)
    if (!typed) return null
    return { from: typed.from + typed.text.indexOf('@'), options, validFor: /^@[\p{L}\p{M}'’. -]*$/u }
  }
}
