import { constants, crc32, deflateRawSync } from 'node:zlib'

/** Bytes, and the same compressed so that anything may follow them: in whole bytes, referring to nothing before. */
export type Packed = { bytes: Buffer; deflated: Buffer }

/** What is packed once and sent often is worth a higher level than what is sent once. */
export function packed(bytes: Buffer, level: number): Packed {
  if (bytes.length <= STORED_MAX) return { bytes, deflated: stored(bytes) }
  return { bytes, deflated: deflateRawSync(bytes, { level, finishFlush: constants.Z_SYNC_FLUSH }) }
}

/** One gzip file (RFC 1952) of parts that were packed before, some of them for an earlier page. */
export function gzipOf(parts: readonly Packed[]): Buffer {
  const sum = parts.reduce((before, { bytes }) => crc32(bytes, before), 0)
  const size = parts.reduce((total, { bytes }) => total + bytes.length, 0)
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(sum)
  trailer.writeUInt32LE(size % 2 ** 32, 4)
  return Buffer.concat([HEADER, ...parts.map(({ deflated }) => deflated), END, trailer])
}

/** Compressed by "deflate", no name, no time, made on no particular system. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
/** An empty block that says it is the last (RFC 1951). */
const END = Buffer.from([3, 0])

/** Starting the compressor takes longer than it saves on a few words: they are a block as they are. */
const STORED_MAX = 512

function stored(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt16LE(bytes.length, 1)
  head.writeUInt16LE(0xffff - bytes.length, 3)
  return Buffer.concat([head, bytes])
}
