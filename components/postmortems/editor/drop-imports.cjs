/**
 * The Markdown mode imports a mode for HTML inside of text, with CSS and JavaScript behind it, and the popup of offers for
 * its tags: 63 and 11 KB for what is never used here. Turbopack keeps both, so this loader drops the two imports. What
 * stands in their place is only reached by `markdown()`, which nobody here calls.
 */
const dropped = {
  "import { CompletionContext } from '@codemirror/autocomplete';": 'const CompletionContext = undefined;',
  "import { html, htmlCompletionSource } from '@codemirror/lang-html';":
    'const html = () => undefined, htmlCompletionSource = () => null;',
}

module.exports = function dropImports(source) {
  return Object.entries(dropped).reduce((text, [imported, instead]) => {
    if (!text.includes(imported)) throw new Error(`@codemirror/lang-markdown no longer says: ${imported}`)
    return text.replace(imported, instead)
  }, source)
}
