import { drafted, unique } from './fixtures/scene.ts'
import { expect, openPalette, test } from './fixtures/test.ts'

test('a search is narrowed by counts and operators, and its address says all of it @both', async ({ as }) => {
  const { page, api } = await as('edgeLead')
  const word = unique()
  await drafted(api, { title: `Queue ${word} stood still` })
  await expect
    .poll(async () => (await page.request.get(`/api/palette?q=${word}`)).text(), { timeout: 30_000 })
    .toContain(word)

  await page.goto(`/search?q=${word}+service:nothing-like-it`)
  await expect(page.getByText('There is no service “nothing-like-it”, so it was left out.')).toBeVisible()
  await expect(page.getByRole('heading', { name: new RegExp(word) })).toBeVisible()

  await page.goto('/search?q=kind:incident')
  const counts = page.getByRole('navigation', { name: 'Narrow down' })
  await counts.getByRole('link', { name: /^SEV1/ }).click()
  await expect(page).toHaveURL(/severity%3Asev1/)
  const chips = page.getByRole('list', { name: 'Narrowed by' })
  await expect(chips.getByRole('link', { name: /Severity: SEV1/ })).toBeVisible()
  await chips.getByRole('link', { name: /Severity: SEV1/ }).click()
  await expect(page).toHaveURL(/q=kind%3Aincident$/)
})

test('the box offers how to go on, and everything is done by keyboard', async ({ as }) => {
  const { page } = await as('edgeLead')
  await page.goto('/search')
  const box = page.getByRole('combobox', { name: 'What are you looking for?' })
  await box.focus()
  await page.keyboard.type('kind:inc')
  await expect(page.getByRole('option', { name: /kind:incident/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(box).toHaveValue('kind:incident ')
  await expect(page).toHaveURL(/kind%3Aincident/)
  await expect(page.locator('[data-result]').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[data-result]').first()).toBeFocused()

  await openPalette(page)
  await page.keyboard.type('sever')
  await page.getByRole('menuitem', { name: /^severity:/ }).click()
  await expect(page.getByRole('menuitem', { name: /severity:sev1/ })).toBeVisible()
})

test('what is typed before the scripts have come is kept, and answered', async ({ as }) => {
  const { page } = await as('edgeLead')
  let deliver = () => {}
  const typed = new Promise<void>((resolve) => {
    deliver = resolve
  })
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await typed
    await route.continue()
  })
  await page.goto('/search', { waitUntil: 'commit' })
  const box = page.getByRole('combobox', { name: 'What are you looking for?' })
  await box.focus()
  await page.keyboard.type('kind:inc')
  deliver()
  await expect(page.getByRole('option', { name: /kind:incident/ })).toBeVisible()
  await expect(box).toHaveValue('kind:inc')

  await box.blur()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('sever')
  await expect(page.getByRole('menuitem', { name: /^severity:/ })).toBeVisible()
})

test('without scripts it is a form and links', async ({ as, browser, baseURL }) => {
  const lead = await as('edgeLead')
  const storageState = await lead.context.storageState()
  const context = await browser.newContext({ javaScriptEnabled: false, storageState, ...(baseURL && { baseURL }) })
  const page = await context.newPage()
  await page.goto('/search')
  const box = page.getByRole('combobox', { name: 'What are you looking for?' })
  await box.fill('kind:incident severity:sev1')
  await box.press('Enter')
  await expect(page.locator('[data-result]').first()).toBeVisible()
  await expect(page.getByRole('list', { name: 'Narrowed by' }).getByRole('listitem')).toHaveCount(3)
  await context.close()
})
