import { expect, test } from './fixtures/test.ts'

test.use({ javaScriptEnabled: false })

test('a near miss is written and published without any script @both', async ({ page, become }) => {
  await become('Tomás Vidigal')
  await page.goto('/postmortems/new')
  await page.getByLabel('Title').fill('A drain without scripts')
  await page.getByRole('radio', { name: /^Light/ }).check()
  await page.getByLabel('Team').selectOption({ label: 'Edge Traffic' })
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page).toHaveURL(/\/edit$/)
  for (const heading of ['What happened', 'Why it was no worse', 'Contributing factors', 'Next'])
    await page
      .getByLabel(heading)
      .fill(`${heading}: the plan matched too many sites, and a second pair of eyes saw it.`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A drain without scripts')
  await page.getByRole('link', { name: 'Publish' }).first().click()
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Published', { exact: true }).first()).toBeVisible()
})

test('a refused form keeps what was typed @both', async ({ page, become }) => {
  await become('Tomás Vidigal')
  await page.goto('/postmortems/new')
  await page.getByLabel('Title').fill('Kept while something else is missing')
  await page.getByLabel('Team').selectOption({ label: 'Edge Traffic' })
  await page.getByLabel('Who may read it').selectOption('restricted')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByText('Say why it is restricted.').first()).toBeVisible()
  await expect(page.getByLabel('Title')).toHaveValue('Kept while something else is missing')
})
