/**
 * A picture of one's own stands in a text as `![What it shows](images/0f3c….png)`: the same words wherever the document
 * goes, beside the file in an export as well. What is not spelled exactly so is some other image, and becomes a link.
 */
export type OwnImage = { readonly id: string; readonly src: string; readonly width: number; readonly height: number }

const NAME = /^images\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(png|jpg|gif|webp)$/
const MENTION = /images\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(?:png|jpg|gif|webp)\b/g
const WITHOUT_WORDS = /!\[\s*\]\(images\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(?:png|jpg|gif|webp)\s*\)/g

export const ownImageId = (address: string): string | undefined => NAME.exec(address)?.[1]

/** The pictures a text may show, each once. It errs on the side of more: also code is looked through. */
export const mentionedImages = (text: string): string[] => [
  ...new Set([...text.matchAll(MENTION)].map(([, id = '']) => id)),
]

/** The same with their endings, as they lie beside an exported file. */
export const imagePaths = (text: string): string[] => [...new Set([...text.matchAll(MENTION)].map(([path]) => path))]

/** Where pictures stand that nobody has described yet. */
export const undescribedImages = (text: string): number[] => [...text.matchAll(WITHOUT_WORDS)].map(({ index }) => index)
