import type { Picture } from './model.ts'

const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
/** In the header's flags, what says that EXIF and XMP follow. */
const TOLD = 0x08 | 0x04

export function readWebp(bytes: Buffer): Picture | null {
  const kept: Buffer[] = []
  let size: { width: number; height: number } | undefined
  let at = 12
  const declared = Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
  while (at + 8 <= declared) {
    const length = bytes.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    if (end > bytes.length) return null
    const name = bytes.toString('latin1', at, at + 4)
    const chunk = Buffer.from(bytes.subarray(at, end))
    if (name === 'VP8X' && chunk.length > 8) chunk.writeUInt8(chunk.readUInt8(8) & ~TOLD, 8)
    size ??= sizeIn(name, chunk)
    if (KEPT.has(name)) kept.push(chunk)
    at = end
  }
  if (!size) return null
  const body = Buffer.concat(kept)
  const header = Buffer.from(bytes.subarray(0, 12))
  header.writeUInt32LE(body.length + 4, 4)
  return { type: 'webp', ...size, bytes: Buffer.concat([header, body]) }
}

function sizeIn(name: string, chunk: Buffer): { width: number; height: number } | undefined {
  if (name === 'VP8X' && chunk.length >= 18)
    return { width: chunk.readUIntLE(12, 3) + 1, height: chunk.readUIntLE(15, 3) + 1 }
  if (name === 'VP8L' && chunk.length >= 13) {
    const bits = chunk.readUInt32LE(9)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (name === 'VP8 ' && chunk.length >= 18)
    return { width: chunk.readUInt16LE(14) & 0x3fff, height: chunk.readUInt16LE(16) & 0x3fff }
  return undefined
}
