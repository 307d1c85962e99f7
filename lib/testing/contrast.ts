/** A colour as stylesheets here write it: lightness, chroma and hue. */
export type Lch = [number, number, number]
type Rgb = [number, number, number]

/** WCAG's contrast of two colours, from 1 to 21. */
export const contrast = (one: Lch, other: Lch) => contrastOf(linear(one), linear(other))

/** The same for a text on a surface that lies half transparent over another. */
export function contrastOver({ text, tint, alpha, under }: { text: Lch; tint: Lch; alpha: number; under: Lch }) {
  const over = encoded(linear(tint))
  const mixed = encoded(linear(under)).map((channel, index) => channel * (1 - alpha) + (over[index] ?? 0) * alpha)
  return contrastOf(linear(text), decoded(mixed as Rgb))
}

function contrastOf(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue

/** OKLCH to linear sRGB by Ottosson's matrices, cut where a screen cannot follow. */
function linear([l, c, h]: Lch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
  const green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
  const blue = -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short
  return [clip(red), clip(green), clip(blue)]
}

const clip = (channel: number) => Math.min(1, Math.max(0, channel))

/** Browsers lay colours over each other as they are sent to the screen, not as light adds up. */
const encoded = (rgb: Rgb) =>
  rgb.map((channel) => (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055)) as Rgb
const decoded = (rgb: Rgb) =>
  rgb.map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)) as Rgb
