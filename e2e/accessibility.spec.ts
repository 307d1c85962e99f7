import { expect, openPalette, test } from './fixtures/test.ts'

/** What opens on a page and what comes before signing in; the pages themselves are in every-page.spec.ts. */
for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('what opens on a page can be used by everybody', async ({ page, become, expectAccessible }) => {
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
