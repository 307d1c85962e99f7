/**
 * An image is a picture that belongs to one postmortem: readers of the document may see it, its editors may add one. It
 * is known by what it holds, so the same picture added twice is one, and an export brings it back under the same name.
 * What a camera or a tool wrote into the file about place, time and person is taken out before it is kept.
 */
export const imageTypes = {
  png: { media: 'image/png', ending: 'png' },
  jpeg: { media: 'image/jpeg', ending: 'jpg' },
  gif: { media: 'image/gif', ending: 'gif' },
  webp: { media: 'image/webp', ending: 'webp' },
} as const
export type ImageType = keyof typeof imageTypes

/** 5 MB: a screenshot of a very large screen takes 2. */
export const IMAGE_MAX = 5_000_000
/** The longest public postmortem we measured has 14. */
export const IMAGES_MAX = 50
/** 50 megapixels take 200 MB in a reader's browser once unpacked, however few bytes they are sent as. */
export const PIXELS_MAX = 50_000_000
/** Long enough to come back to a text, put words back, or bring in what was lost on the way. */
export const UNUSED_DAYS = 7

/** Its name in a text and in an export. */
export const imageName = ({ id, type }: { id: string; type: ImageType }) => `images/${id}.${imageTypes[type].ending}`

/** What a file turned out to be, without what it told about its maker. */
export type Picture = { type: ImageType; width: number; height: number; bytes: Buffer }
export type PictureProblem = { problem: string }
