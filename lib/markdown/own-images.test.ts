import { describe, expect, test } from 'vitest'
import { mentionedImages, type OwnImage, undescribedImages } from './own-images.ts'
import { render } from './render.ts'
import { toText } from './to-text.ts'
import { elements } from './walk.ts'

const id = '2c26b46b-68ff-88ff-b99b-453c1d304134'
const own: OwnImage = { id, src: `/postmortems/42/images/${id}`, width: 800, height: 600 }
const shown = (source: string, images: readonly OwnImage[] = [own]) =>
  render({ source, headingBase: 2, prefix: 'md-', images }).tree
const found = (source: string, tagName: string, images?: readonly OwnImage[]) =>
  [...elements(shown(source, images))].filter((element) => element.tagName === tagName)

describe('a picture in a text', () => {
  test('is shown when it is one of the document’s own, with its size and its words', () => {
    const [image] = found(`Before ![Errors by region](images/${id}.png) after`, 'img')
    expect(image?.properties).toEqual({ src: own.src, alt: 'Errors by region', width: 800, height: 600 })
  })

  test('counts as words for search', () => {
    expect(toText(shown(`![Errors by region](images/${id}.png)`))).toBe('Errors by region')
  })

  test.each([
    ['of another server', 'https://evil.example/pixel.png'],
    ['of another server in our spelling', `https://evil.example/images/${id}.png`],
    ['of another server without a scheme', `//evil.example/images/${id}.png`],
    ['of another document', `/postmortems/43/images/${id}`],
    ['by its own address', own.src],
    ['that nobody added', 'images/00000000-0000-8000-8000-000000000000.png'],
    ['with a way out', `images/../images/${id}.png`],
    ['with a question', `images/${id}.png?x=1`],
    ['of a kind we do not keep', `images/${id}.svg`],
    ['as data', 'data:image/png;base64,iVBORw0KGgo='],
    ['as a script', 'javascript:alert(1)'],
  ])('%s is not', (_, address) => {
    expect(found(`![words](${address})`, 'img')).toEqual([])
    expect(toText(shown(`![words](${address})`))).toBe('words')
  })

  test('is not shown where no pictures were given', () => {
    expect(found(`![words](images/${id}.png)`, 'img', [])).toEqual([])
  })
})

test('the pictures of a text are named once, and those without words are found', () => {
  const text = `![a](images/${id}.png) and ![ ](images/${id}.jpg)\n\n![](images/${id}.png)`
  expect(mentionedImages(text)).toEqual([id])
  expect(undescribedImages(text).map((at) => text.slice(at, at + 4))).toEqual(['![ ]', '![]('])
})
