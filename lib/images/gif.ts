import type { Picture } from './model.ts'

const [EXTENSION, IMAGE, TRAILER, COMMENT, APPLICATION] = [0x21, 0x2c, 0x3b, 0xfe, 0xff]

/** Keeps the frames and how often they are played; comments and what programs left for themselves go. */
export function readGif(bytes: Buffer): Picture | null {
  if (bytes.length < 14) return null
  let at = 13 + tableLength(bytes[10] ?? 0)
  const kept = [bytes.subarray(0, at)]
  while (at < bytes.length && bytes[at] !== TRAILER) {
    const from = at
    const isImage = bytes[at] === IMAGE
    if (!isImage && bytes[at] !== EXTENSION) return null
    // A frame has its place, perhaps its own colours, and one byte before its data.
    at += isImage ? 11 + tableLength(bytes[at + 9] ?? 0) : 2
    const end = endOfBlocks(bytes, at)
    if (end === null) return null
    if (isImage || isShown(bytes.subarray(from, end))) kept.push(bytes.subarray(from, end))
    at = end
  }
  return {
    type: 'gif',
    width: bytes.readUInt16LE(6),
    height: bytes.readUInt16LE(8),
    bytes: Buffer.concat([...kept, Buffer.from([TRAILER])]),
  }
}

const tableLength = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

function endOfBlocks(bytes: Buffer, from: number): number | null {
  let at = from
  for (;;) {
    const length = bytes[at]
    if (length === undefined) return null
    at += length + 1
    if (length === 0) return at
  }
}

function isShown(extension: Buffer): boolean {
  if (extension[1] === COMMENT) return false
  return extension[1] !== APPLICATION || ['NETSCAPE2.0', 'ANIMEXTS1.0'].includes(extension.toString('latin1', 3, 14))
}
