/**
 * Stands in for @codemirror/lang-html (next.config.ts). The Markdown mode imports it to colour HTML inside of text, with
 * CSS and JavaScript behind it: 63 KB for something that is never rendered here. The parts used here never call it.
 */
export const html = () => undefined
export const htmlCompletionSource = () => null
