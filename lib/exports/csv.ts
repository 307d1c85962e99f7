/**
 * One line of CSV. Every field is quoted, and one that a spreadsheet would take for a formula begins with an apostrophe:
 * titles are written by people, and the file is opened by other people.
 */
export const csvLine = (fields: readonly (string | number | null | undefined)[]): string =>
  `${fields.map((field) => quoted(field === null || field === undefined ? '' : String(field))).join(',')}\r\n`

const quoted = (text: string) => `"${harmless(text).replaceAll('"', '""')}"`

// The wide forms of these signs start a formula too, and so does one behind blanks or a line break.
const harmless = (text: string) => (/^[\s]*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)
