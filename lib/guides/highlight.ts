import type { Element, Root } from 'hast'
import type { HighlighterCore, ShikiTransformer } from 'shiki/core'
import { elements } from '#lib/markdown/walk.ts'

/**
 * Colours code while a guide is compiled. Tokens get classes (`tok-keyword`), not colours: our content security policy
 * blocks inline styles, and light, dark and paper each set the variables once in components/guides/code.css.
 */
export async function highlight(root: Root): Promise<void> {
  for (const pre of elements(root)) {
    const [code] = pre.children
    if (pre.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') continue
    // Wide code scrolls in its own box, which must be reachable by keyboard.
    pre.properties.tabIndex = 0
    const language = String(code.properties.className ?? '').match(/language-(\S+)/)?.[1]
    if (language && isKnown(language)) code.children = await tokens(textOf(code), language)
  }
}

const isKnown = (language: string): language is keyof typeof languages => Object.hasOwn(languages, language)

async function tokens(source: string, language: keyof typeof languages): Promise<Element['children']> {
  highlighter ??= load()
  const tree = (await highlighter).codeToHast(source.replace(/\n$/, ''), {
    lang: language,
    theme: 'css-variables',
    // By default a line is left half coloured after 500 ms, which a busy machine reaches with the first line.
    tokenizeTimeLimit: 0,
    transformers: [classesForStyles],
  })
  const [pre] = tree.children
  const code = pre?.type === 'element' ? pre.children[0] : undefined
  return code?.type === 'element' ? code.children : []
}

const classesForStyles: ShikiTransformer = {
  span({ properties }) {
    const token = String(properties.style ?? '').match(/--shiki-token-([a-z-]+)/)?.[1]
    delete properties.style
    if (token) properties.className = [`tok-${token}`]
  },
}

const languages = {
  bash: () => import('shiki/langs/bash.mjs'),
  diff: () => import('shiki/langs/diff.mjs'),
  go: () => import('shiki/langs/go.mjs'),
  http: () => import('shiki/langs/http.mjs'),
  json: () => import('shiki/langs/json.mjs'),
  nginx: () => import('shiki/langs/nginx.mjs'),
  sql: () => import('shiki/langs/sql.mjs'),
  toml: () => import('shiki/langs/toml.mjs'),
  typescript: () => import('shiki/langs/typescript.mjs'),
  yaml: () => import('shiki/langs/yaml.mjs'),
}

let highlighter: Promise<HighlighterCore> | undefined

/** Loaded with the first code block: the grammars cost about a quarter of a second. */
async function load(): Promise<HighlighterCore> {
  const [{ createCssVariablesTheme, createHighlighterCore }, { createJavaScriptRegexEngine }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
  ])
  return createHighlighterCore({
    themes: [createCssVariablesTheme()],
    langs: Object.values(languages),
    // No WebAssembly: one file less to find in a trimmed deployment.
    engine: createJavaScriptRegexEngine(),
  })
}

function textOf({ children }: Element): string {
  return children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('')
}
