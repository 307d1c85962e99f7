import { addressOf, pagePatterns } from './fixtures/pages.ts'
import { idOf } from './fixtures/scene.ts'
import { expect, expectNoViolations, test } from './fixtures/test.ts'

/** Read from the folder, so that a page nobody thought of is held to the same: it answers, complains of nothing, and can be used. */
const PARTS = 4

for (let part = 0; part < PARTS; part++)
  test(`an administrator can open and use every page there is, part ${part + 1}`, async ({ as }) => {
    test.setTimeout(180_000)
    const { page, api } = await as('administrator')
    const place = { number: 18, slug: 'edge-traffic', id: await idOf(api, 'edgeLead') }
    const seen: string[] = []
    for (const [index, pattern] of pagePatterns.entries()) {
      if (index % PARTS !== part) continue
      await page.emulateMedia({ colorScheme: index % (2 * PARTS) < PARTS ? 'light' : 'dark' })
      const answer = await page.goto(addressOf(pattern, place))
      expect(answer?.status(), pattern).toBeLessThan(500)
      if (answer?.ok()) seen.push(pattern)
      await test.step(pattern, () => expectNoViolations(page))
    }
    // The rest are links that work once, and pages that refuse somebody who may not edit.
    expect(seen.length).toBeGreaterThan(pagePatterns.length / PARTS - 6)
  })
