import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hueOf } from '#components/ui/avatar.tsx'
import { contrast, contrastOver, type Lch } from '#lib/testing/contrast.ts'

const css = readFileSync('components/postmortems/editor/editor.css', 'utf8')
const tokens = readFileSync('app/globals.css', 'utf8').split('@variant dark {')
const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

/** Every hue a name can have. */
const hues = [...new Set(Array.from({ length: 500 }, (_, index) => hueOf(`Somebody ${index}`)))].sort((a, b) => a - b)

test('a name has one of twelve hues', () => {
  expect(hues).toEqual([0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330])
})

describe.each(themes)('a colleague in the %s theme', (theme) => {
  test.each(hues)('has a cursor that can be made out at hue %s: at least 3 to 1', (hue) => {
    const line = colleague({ theme, rule: '.cm-colleague', property: 'border-left', hue })
    expect(contrast(line, token(theme, 'raised'))).toBeGreaterThanOrEqual(3)
  })

  test.each(hues)('has a name that can be read at hue %s: at least 4.5 to 1', (hue) => {
    const text = colleague({ theme, rule: '.cm-colleague-name', property: 'color', hue })
    const label = colleague({ theme, rule: '.cm-colleague-name', property: 'background', hue })
    expect(contrast(text, label)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(hues)('leaves what is selected readable at hue %s: at least 4.5 to 1', (hue) => {
    const tint = colleague({ theme, rule: '.cm-colleague-selection', property: 'background', hue })
    for (const name of ['ink', 'muted', 'accent']) {
      const text = token(theme, name)
      expect(contrastOver({ text, tint, alpha: 0.2, under: token(theme, 'raised') }), name).toBeGreaterThanOrEqual(4.5)
    }
  })
})

type Asked = { theme: Theme; rule: string; property: string; hue: number }

/** What the stylesheet says; the dark theme says it last, or not at all where both share it. */
function colleague({ theme, rule, property, hue }: Asked): Lch {
  const body = new RegExp(`\\n  \\${rule} \\{\\n([\\s\\S]*?)\\n  \\}`).exec(css)?.[1] ?? ''
  const said = [...body.matchAll(/^\s*([a-z-]+): [^;]*oklch\(([\d.]+) ([\d.]+) var\(--hue\)/gm)]
    .filter(([, name = '']) => name === property || name === `${property}-color`)
    .map(([, , l, c]): Lch => [Number(l), Number(c), hue])
  const found = theme === 'light' ? said[0] : said.at(-1)
  if (!found) throw new Error(`editor.css says no ${property} for ${rule}.`)
  return found
}

function token(theme: Theme, name: string): Lch {
  const find = (source = '') => new RegExp(`--color-${name}: oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`).exec(source)
  const found = (theme === 'dark' && find(tokens[1])) || find(tokens[0])
  if (!found) throw new Error(`globals.css defines no colour ${name}.`)
  return [Number(found[1]), Number(found[2]), Number(found[3])]
}
