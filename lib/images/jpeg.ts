import type { Picture } from './model.ts'

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xfe]

/** Walks the segments and keeps what draws the picture: no EXIF, no GPS, no thumbnails, nothing behind its end. */
export function readJpeg(bytes: Buffer): Picture | null {
  const kept: Buffer[] = []
  let size: { width: number; height: number } | undefined
  let [at, turned, scans] = [2, 1, 0]
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      // Fill bytes before a marker.
      at += 1
      continue
    }
    if (marker === EOI) break
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (marker < 0xc0 || marker === SOI || end > bytes.length || end < at + 4) return null
    const segment = bytes.subarray(at, end)
    if (isFrame(marker) && segment.length >= 9)
      size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) }
    if (marker === APP1) turned = orientationIn(segment) ?? turned
    if (isKept(marker, segment)) kept.push(segment)
    at = end
    if (marker !== SOS) continue
    scans += 1
    const next = endOfScan(bytes, at)
    kept.push(bytes.subarray(at, next))
    at = next
  }
  if (!size || scans === 0) return null
  const { width, height } = size
  const parts = [Buffer.from([0xff, SOI]), ...(turned > 1 ? [onlyOrientation(turned)] : []), ...kept]
  return {
    type: 'jpeg',
    // From 5 on the picture is shown lying on its side.
    ...(turned >= 5 ? { width: height, height: width } : { width, height }),
    bytes: Buffer.concat([...parts, Buffer.from([0xff, EOI])]),
  }
}

/** All that begin a frame, of which the coded tables among these numbers are none. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Of what applications add, only how to read the colours. */
function isKept(marker: number, segment: Buffer): boolean {
  if (marker === COM) return false
  if (marker < APP0 || marker > 0xef) return true
  if (marker === APP2) return segment.toString('latin1', 4, 16) === 'ICC_PROFILE\0'
  return marker === APP0 || marker === APP14
}

/** The compressed picture runs until a marker that is neither an escaped byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** Which way up a telephone was held. Without it, its pictures would lie on their side. */
function orientationIn(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || segment.length < 20) return undefined
  const tiff = segment.subarray(10)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const read = (at: number, length: 2 | 4) =>
    at + length > tiff.length ? 0 : little ? tiff.readUIntLE(at, length) : tiff.readUIntBE(at, length)
  const directory = read(4, 4)
  const entries = Math.min(read(directory, 2), 200)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12
    if (read(at, 2) !== 0x0112) continue
    const value = read(at + 8, 2)
    return value >= 1 && value <= 8 ? value : undefined
  }
  return undefined
}

/** An EXIF segment that says this one thing. */
function onlyOrientation(value: number): Buffer {
  const header = Buffer.from('ffe10022457869660000', 'hex')
  const tiff = Buffer.from('4d4d002a0000000800010112000300000001000000000000', 'hex')
  tiff.writeUInt16BE(value, 18)
  return Buffer.concat([header, tiff, Buffer.alloc(36 - header.length - tiff.length)])
}
