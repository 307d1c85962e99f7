import type { Page } from '@playwright/test'
import { addressOf, pagePatterns, stories } from './fixtures/pages.ts'
import { idOf } from './fixtures/scene.ts'
import { expect, expectNoViolations, test, type Who } from './fixtures/test.ts'

/**
 * Every page answers, complains of nothing, and can be used by everybody: in light, in dark and on a phone. Most are read
 * from the folder, so that a page nobody thought of is held to the same.
 */
const PARTS = 8

for (let part = 0; part < PARTS; part++) {
  test(`an administrator can open and use every page there is, part ${part + 1}`, async ({ as }) => {
    test.setTimeout(240_000)
    const { page, api } = await as('administrator')
    const place = { number: 18, slug: 'edge-traffic', id: await idOf(api, 'edgeLead') }
    const patterns = pagePatterns.filter((_, index) => index % PARTS === part)
    const seen: string[] = []
    for (const pattern of patterns) {
      const answer = await page.goto(addressOf(pattern, place))
      expect(answer?.status(), pattern).toBeLessThan(500)
      if (answer?.ok()) seen.push(pattern)
      await test.step(pattern, () => expectUsable(page))
    }
    // The rest are links that work once, and pages that refuse somebody who may not edit.
    expect(seen.length).toBeGreaterThan(patterns.length - 6)
  })
}

for (const [who, addresses] of Object.entries(stories) as [Who, string[]][])
  test(`${who} can open and use what they work on`, async ({ as }) => {
    test.setTimeout(240_000)
    const { page } = await as(who)
    for (const address of addresses) {
      expect((await page.goto(address))?.status(), address).toBe(200)
      await test.step(address, () => expectUsable(page))
    }
  })

/** A phone, a tablet on its side with the sidebar beside the page, and a small laptop. */
const WIDTHS = [390, 1_024, 1_280]

/** All there is to look at in light; then what the dark changes, its colours, and what a narrower screen does: no page is wider. */
async function expectUsable(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await expectNoViolations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolations(page, { rule: 'color-contrast' })
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `wider than ${width} pixels`).toBeLessThanOrEqual(0)
  }
}
