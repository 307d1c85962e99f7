import { crc32, deflateSync } from 'node:zlib'

/** Pictures made by hand, with everything in them that a camera or a tool may leave behind. */
export const SECRET = 'GPS 38.7223 N 9.1393 W, taken by Max'

export function png({ width = 4, height = 3, shade = 128, telling = true, points = '' } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, shade)
  // Words that are drawn as points, to find them again wherever the picture itself goes.
  rows.write(points, 1, 'latin1')
  for (let row = 0; row < height; row++) rows.writeUInt8(0, row * (width + 1))
  const told = telling ? [chunk('tEXt', Buffer.from(`Comment\0${SECRET}`)), chunk('eXIf', Buffer.from(SECRET))] : []
  const parts = [
    chunk('IHDR', header),
    ...told,
    chunk('IDAT', deflateSync(rows, { level: points ? 0 : 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts, Buffer.from(telling ? SECRET : '')])
}

export function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  const sum = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

export function jpeg({ width = 40, height = 30, turned = 1 } = {}): Buffer {
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(turned), Buffer.from(SECRET)])
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, exif),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${SECRET}`)),
    segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1')),
    segment(0xe2, Buffer.from(`MPF\0${SECRET}`)),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${SECRET}`)),
    segment(0xfe, Buffer.from(SECRET)),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
    Buffer.from(SECRET),
  ])
}

/** Little-endian, as telephones write it: the orientation, and a description after it. */
function tiff(turned: number): Buffer {
  const bytes = Buffer.alloc(38)
  bytes.write('II*\0\x08\0\0\0\x02\0', 0, 'latin1')
  bytes.writeUInt16LE(0x0112, 10)
  bytes.writeUInt16LE(3, 12)
  bytes.writeUInt32LE(1, 14)
  bytes.writeUInt16LE(turned, 18)
  bytes.writeUInt16LE(0x8825, 22)
  return bytes
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

export function webp({ width = 20, height = 10 } = {}): Buffer {
  const extended = Buffer.alloc(10)
  extended.writeUInt8(0x10 | 0x08 | 0x04, 0)
  extended.writeUIntLE(width - 1, 4, 3)
  extended.writeUIntLE(height - 1, 7, 3)
  const chunks = [
    riff('VP8X', extended),
    riff('VP8L', Buffer.from('2f00000000', 'hex')),
    riff('EXIF', Buffer.from(SECRET)),
    riff('XMP ', Buffer.from(SECRET)),
  ]
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

function riff(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

export function gif({ width = 2, height = 2 } = {}): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0', 'latin1')
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  const text = Buffer.from(SECRET)
  return Buffer.concat([
    head,
    Buffer.from([0, 0, 0, 255, 255, 255]),
    Buffer.from('\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0', 'latin1'),
    Buffer.from([0x21, 0xfe, text.length]),
    text,
    Buffer.from([0]),
    Buffer.from([0x2c, 0, 0, 0, 0, width, 0, height, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
    text,
  ])
}
