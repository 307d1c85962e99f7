import { expect, test } from './fixtures/test.ts'

test('a visitor chooses somebody to be and arrives at their work @both', async ({ page, expectAccessible }) => {
  await page.goto('/look-around')
  await expectAccessible()
  const person = page.getByRole('article').first()
  const name = (await person.getByRole('heading').textContent()) ?? ''
  await person.getByRole('button').click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await expect(page.getByText(name).first()).toBeAttached()
  await expectAccessible()
})

test('the instance says that it is ready, and nothing more to strangers @both', async ({ request }) => {
  const ready = await request.get('/api/health/ready')
  expect(ready.status()).toBe(200)
  expect(await ready.json()).toEqual({ ready: true })
  expect(await (await request.get('/api/health/live')).json()).toEqual({ live: true })
})

test('a page that needs a session leads to the way in', async ({ page }) => {
  await page.goto('/postmortems')
  await expect(page).not.toHaveURL(/\/postmortems$/)
})
