import { expect, openPalette, test } from './fixtures/test.ts'

/** Every kind of page there is, seen by somebody who may do most things. Numbers are those of the sample company. */
const pages = [
  '/',
  '/postmortems',
  '/postmortems/new?incident=5',
  '/postmortems/18',
  '/postmortems/37/edit',
  '/postmortems/37/review',
  '/postmortems/18/publication',
  '/postmortems/18/history',
  '/postmortems/37/access',
  '/incidents',
  '/incidents/new',
  '/incidents/18',
  '/incidents/37/edit',
  '/incidents/37/timeline',
  '/action-items',
  '/action-items?as=board',
  '/action-items?as=calendar&status=all',
  '/action-items?by=team&edit=1&status=all',
  '/action-items/new',
  '/action-items/1',
  '/search?q=stale+dns+weights',
  '/guides',
  '/guides/canarying-and-staged-rollout',
  '/people',
  '/teams',
  '/teams/edge-traffic',
  '/services',
  '/services/edge-proxy',
  '/settings/profile',
  '/settings/appearance',
  '/settings/sessions',
  '/settings/tokens',
]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    for (const part of [0, 1, 2]) {
      test(`every page can be used by everybody, part ${part + 1}`, async ({ page, become, expectAccessible }) => {
        test.setTimeout(180_000)
        await become('Tomás Vidigal')
        for (const path of pages.filter((_, index) => index % 3 === part)) {
          const answer = await page.goto(path)
          expect(answer?.status(), path).toBe(200)
          await test.step(path, () => expectAccessible())
        }
      })
    }

    test('so can what opens on a page', async ({ page, become, expectAccessible }) => {
      await become('Tomás Vidigal')
      await page.goto('/postmortems/18')
      await openPalette(page)
      await expectAccessible('[role=dialog]')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await expectAccessible()
    })

    test('and so can the pages before signing in', async ({ page, expectAccessible }) => {
      for (const path of ['/sign-in', '/look-around', '/start']) {
        await page.goto(path)
        await test.step(path, () => expectAccessible())
      }
    })
  })
}

test('no page is wider than a phone', async ({ page, become }) => {
  test.setTimeout(180_000)
  await page.setViewportSize({ width: 390, height: 844 })
  await become('Tomás Vidigal')
  for (const path of pages) {
    await page.goto(path)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, path).toBeLessThanOrEqual(0)
  }
})
