import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

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
    expect(contrast(themes[theme][text], themes[theme][surface])).toBeGreaterThanOrEqual(4.5)
  })

  test.each([
    ['control', 'raised'],
    ['control', 'canvas'],
    ['accent', 'canvas'],
    ...[1, 2, 3, 4].map((series) => [`chart-${series}`, 'raised']),
  ])('%s on %s can be made out: at least 3 to 1', (part, surface) => {
    expect(contrast(themes[theme][part ?? ''], themes[theme][surface ?? ''])).toBeGreaterThanOrEqual(3)
  })
})

test('every colour of the dark theme has a light counterpart', () => {
  expect(Object.keys(tokens(darkCss)).filter((name) => !(name in tokens(lightCss)))).toEqual([])
})

type Lch = [number, number, number]

function tokens(source = ''): Record<string, Lch> {
  const found = source.matchAll(/--color-([a-z0-9-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)
  return Object.fromEntries([...found].map(([, name, l, c, h]) => [name, [Number(l), Number(c), Number(h)]]))
}

function contrast(a: Lch | undefined, b: Lch | undefined): number {
  if (!a || !b) throw new Error('A colour of this pair is not defined in globals.css.')
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** OKLCH to linear sRGB by Ottosson's matrices, then WCAG's relative luminance. */
function luminance([l, c, h]: Lch): number {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
  const green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
  const blue = -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short
  const clip = (channel: number) => Math.min(1, Math.max(0, channel))
  return 0.2126 * clip(red) + 0.7152 * clip(green) + 0.0722 * clip(blue)
}
