import type { Picture } from './model.ts'

/** What draws the picture and its colours. Texts, times, EXIF and whatever a tool made up are not among them. */
const KEPT = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs'],
  ...['acTL', 'fcTL', 'fdAT'],
])

export function readPng(bytes: Buffer): Picture | null {
  const kept = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return null
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (at === 8 && (name !== 'IHDR' || end !== 33)) return null
    if (KEPT.has(name)) kept.push(bytes.subarray(at, end))
    at = end
    if (name !== 'IEND') continue
    // Nothing behind the end is kept.
    return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), bytes: Buffer.concat(kept) }
  }
  return null
}
