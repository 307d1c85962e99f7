import type messages from '#content/messages/en.json'

/** Every sentence the editor may say. It comes from the server with the page, so no translation library is sent along. */
export type EditorText = (typeof messages)['editor']

/** Puts values into a sentence: `{name}` becomes what is given for it. */
export const filled = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark))
