import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, type Lch } from '#lib/testing/contrast.ts'

const css = readFileSync('app/globals.css', 'utf8')
const [lightCss, darkCss] = css.split('@variant dark {')
const themes = { light: tokens(lightCss), dark: { ...tokens(lightCss), ...tokens(darkCss) } }

const surfaces = ['canvas', 'raised', 'sunken']
const pairs = [
  ...['ink', 'muted', 'faint'].flatMap((text) => surfaces.map((surface) => [text, surface])),
  ...['ink', 'muted'].map((text) => [text, 'hover']),
  ...['accent', 'danger', 'warn', 'ok', 'info'].flatMap((tone) => [
    [tone, 'canvas'],
    [tone, 'raised'],
    [tone, `${tone}-soft`],
    ['ink', `${tone}-soft`],
  ]),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['ink', 'mark'],
] as [string, string][]

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  test.each(pairs)('%s on %s is readable: at least 4.5 to 1', (text, surface) => {
    expect(contrast(colour(theme, text), colour(theme, surface))).toBeGreaterThanOrEqual(4.5)
  })

  test.each([
    ['control', 'raised'],
    ['control', 'canvas'],
    ['accent', 'canvas'],
    ...[1, 2, 3, 4].map((series) => [`chart-${series}`, 'raised']),
  ])('%s on %s can be made out: at least 3 to 1', (part, surface) => {
    expect(contrast(colour(theme, part), colour(theme, surface))).toBeGreaterThanOrEqual(3)
  })
})

test('every colour of the dark theme has a light counterpart', () => {
  expect(Object.keys(tokens(darkCss)).filter((name) => !(name in tokens(lightCss)))).toEqual([])
})

function tokens(source = ''): Record<string, Lch> {
  const found = source.matchAll(/--color-([a-z0-9-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)
  return Object.fromEntries([...found].map(([, name, l, c, h]) => [name, [Number(l), Number(c), Number(h)]]))
}

function colour(theme: 'light' | 'dark', name = ''): Lch {
  const found = themes[theme][name]
  if (!found) throw new Error(`globals.css defines no colour ${name}.`)
  return found
}
