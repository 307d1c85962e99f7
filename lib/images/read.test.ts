import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gif, jpeg, png, SECRET, webp } from '#lib/testing/pictures.ts'
import { IMAGE_MAX } from './model.ts'
import { readPicture } from './read.ts'

const kinds = [
  ['png', png({ width: 4, height: 3 }), 4, 3],
  ['jpeg', jpeg({ width: 40, height: 30 }), 40, 30],
  ['webp', webp({ width: 20, height: 10 }), 20, 10],
  ['gif', gif({ width: 2, height: 2 }), 2, 2],
] as const

const picture = (bytes: Buffer) => {
  const read = readPicture(bytes)
  if ('problem' in read) throw new Error(read.problem)
  return read
}
const problem = (bytes: Buffer) => {
  const read = readPicture(bytes)
  return 'problem' in read ? read.problem : `a ${read.type}`
}

describe.each(kinds)('a %s', (type, bytes, width, height) => {
  test('is known by its first bytes, with its size', () => {
    expect(picture(bytes)).toMatchObject({ type, width, height })
  })

  test('tells nothing of place, time and maker any more', () => {
    expect(bytes.includes(SECRET)).toBe(true)
    expect(picture(bytes).bytes.includes(SECRET)).toBe(false)
  })

  test('comes out the same when it goes in again, so that an export brings it back under its name', () => {
    const once = picture(bytes).bytes
    expect(picture(once).bytes.equals(once)).toBe(true)
  })

  test('cut off anywhere or changed anywhere is read or refused, and never breaks anything', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.nat(bytes.length - 1), fc.nat(255), (length, at, value) => {
        const broken = Buffer.from(bytes)
        broken.writeUInt8(value, at)
        for (const some of [bytes.subarray(0, length), broken]) {
          const read = readPicture(some)
          if ('problem' in read) continue
          expect(picture(read.bytes).bytes.equals(read.bytes)).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

test('which way up a telephone was held stays, and nothing else of what it wrote', () => {
  const { bytes, ...size } = picture(jpeg({ width: 40, height: 30, turned: 6 }))
  expect(size).toEqual({ type: 'jpeg', width: 30, height: 40 })
  expect(bytes.includes('Exif')).toBe(true)
  expect(picture(bytes)).toMatchObject(size)
  expect(picture(jpeg()).bytes.includes('Exif')).toBe(false)
  expect(picture(jpeg()).bytes.includes('ICC_PROFILE')).toBe(true)
})

test.each([
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), /SVG can carry/],
  ['SVG behind a header', Buffer.from('\ufeff  <?xml version="1.0"?><svg/>'), /SVG can carry/],
  ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), /Not every browser/],
  ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), /no picture/],
  ['a PDF', Buffer.from('%PDF-1.7'), /no picture/],
  ['nothing', Buffer.alloc(0), /no picture/],
  ['a PNG by its beginning alone', Buffer.from('89504e470d0a1a0a', 'hex'), /damaged/],
  ['too many bytes', Buffer.concat([png(), Buffer.alloc(IMAGE_MAX)]), /5 MB/],
  ['too many points', png({ width: 60_000, height: 1_000 }).subarray(0), /50 million/],
])('%s is refused with a word why', (_, bytes, why) => {
  expect(problem(bytes)).toMatch(why)
})
