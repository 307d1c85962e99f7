import { readGif } from './gif.ts'
import { readJpeg } from './jpeg.ts'
import { IMAGE_MAX, PIXELS_MAX, type Picture, type PictureProblem } from './model.ts'
import { readPng } from './png.ts'
import { readWebp } from './webp.ts'

/** What the bytes are, whatever the file is called and whatever its sender says, without what tells of its maker. */
export function readPicture(bytes: Buffer): Picture | PictureProblem {
  if (bytes.length > IMAGE_MAX) return { problem: 'A picture can have at most 5 MB. Make it smaller, or cut it.' }
  const kind = kinds.find(({ begins }) => begins(bytes))
  if (!kind) return { problem: 'This is no picture that can be kept here. Use PNG, JPEG, GIF or WebP.' }
  if ('problem' in kind) return { problem: kind.problem }
  const picture = kind.read(bytes)
  // One that reads otherwise the second time would change its name with each export.
  const again = picture && kind.read(picture.bytes)
  if (!picture || picture.width === 0 || picture.height === 0 || !again?.bytes.equals(picture.bytes))
    return { problem: 'This picture is damaged or was cut off. Save it again and try once more.' }
  if (picture.width * picture.height > PIXELS_MAX)
    return { problem: 'This picture has more than 50 million points. Make it smaller, or cut it.' }
  return picture
}

type Kind = { begins: (bytes: Buffer) => boolean } & ({ read: (bytes: Buffer) => Picture | null } | { problem: string })

const latin = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to)

const kinds: readonly Kind[] = [
  { begins: (bytes) => latin(bytes, 0, 8) === '\x89PNG\r\n\x1a\n', read: readPng },
  { begins: (bytes) => latin(bytes, 0, 3) === '\xff\xd8\xff', read: readJpeg },
  { begins: (bytes) => /^GIF8[79]a$/.test(latin(bytes, 0, 6)), read: readGif },
  { begins: (bytes) => latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP', read: readWebp },
  {
    begins: (bytes) =>
      /^\s*(?:<\?xml|<!--|<!doctype svg|<svg)/i.test(bytes.toString('utf8', 0, 400).replace(/^\ufeff/, '')),
    problem: 'SVG can carry scripts and call other servers, so it is not kept. Save the picture as PNG.',
  },
  {
    begins: (bytes) => /^ftyp(?:hei|hev|mif1|avi)/.test(latin(bytes, 4, 12)),
    problem: 'Not every browser shows this kind of picture. Save it as JPEG or PNG.',
  },
]
