import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkGuides } from '#lib/guides/check.ts'
import { getGuide, getGuideSource, guidesDirectory, listGuides } from '#lib/guides/queries.ts'

test('the guides of the product have nothing wrong with them', async () => {
  expect(await checkGuides(guidesDirectory())).toEqual([])
})

test('the list holds every file, in one reading order, with its front matter', async () => {
  const guides = await listGuides()
  expect(guides).toHaveLength(readdirSync(guidesDirectory()).length)
  const canary = guides.find(({ slug }) => slug === 'canarying-and-staged-rollout')
  expect(canary).toMatchObject({ title: 'Canarying and staged rollout', stage: 'prevent', level: 'essential' })
  expect(canary?.mechanisms).toContain('chg.stage-gap')
})

test('a guide comes compiled, with its outline, its words and its neighbours', async () => {
  const guides = await listGuides()
  for (const [index, { slug }] of guides.entries()) {
    const guide = await getGuide(slug)
    expect(guide?.previous?.slug).toBe(guides[index - 1]?.slug)
    expect(guide?.next?.slug).toBe(guides[index + 1]?.slug)
    expect(guide?.headings.filter(({ depth }) => depth === 2).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['When you need this', 'Checklist', 'Signals that it is working']),
    )
    const words = guide?.text.split(/\s+/).length ?? 0
    expect(words, slug).toBeGreaterThan(900)
    expect(words, slug).toBeLessThanOrEqual(1_800)
    expect(guide?.checklist.length, `${slug} has a checklist`).toBeGreaterThan(4)
    expect((await getGuideSource(slug))?.source, `${slug} has a diagram`).toContain('<Diagram')
  }
})

test('a slug that is not a guide finds nothing, whatever it looks like', async () => {
  for (const slug of ['nothing', '../decisions/003', '..', '', 'canarying-and-staged-rollout.mdx']) {
    expect(await getGuide(slug)).toBeUndefined()
  }
})

test('an unchanged guide is compiled once', async () => {
  const [one, two] = await Promise.all([1, 2].map(() => getGuide('canarying-and-staged-rollout')))
  expect(two?.headings).toBe(one?.headings)
})
