import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'

/** Fills every section of the edit page that is open. */
async function write(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').first().waitFor()
  for (const section of await page.locator('.cm-content').all()) await section.fill(text)
}

test('from an incident to a published postmortem that somebody finds @both', async ({ page, become }) => {
  test.setTimeout(180_000)
  const word = `Quokka${Date.now().toString(36)}`
  await become('Tomás Vidigal')

  await page.goto('/incidents/new')
  await page.getByLabel('Title').fill(`${word} routes were withdrawn in the wrong order`)
  await page.getByRole('radio', { name: /^SEV2/ }).check()
  await page.getByLabel('Kind').selectOption({ label: 'Degradation' })
  await page.getByLabel('Team', { exact: true }).selectOption({ label: 'Edge Traffic' })
  await page.getByRole('button', { name: /Record/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(word)

  await page.getByRole('link', { name: 'Write the postmortem' }).first().click()
  await expect(page.getByLabel('Title')).toHaveValue(`${word} routes were withdrawn in the wrong order`)
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page).toHaveURL(/\/edit$/)
  const address = page.url().replace('/edit', '')
  await write(
    page,
    `The ${word} policy matched before the drain had finished.\n\n- Two terms stood in the wrong order.`,
  )
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page).toHaveURL(address)
  await expect(page.getByText('This is a draft')).toBeVisible()

  await page.goto(`${address}/review`)
  await page.getByRole('checkbox', { name: 'Beatriz Nogal' }).check()
  await page.getByRole('button', { name: 'Ask for a review' }).click()
  await expect(page).toHaveURL(address)
  await expect(page.getByText('In review', { exact: true })).toBeVisible()

  await become('Beatriz Nogal')
  await page.goto(`${address}/review`)
  await page.getByRole('radio', { name: /^Approve/ }).check()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('Approved', { exact: true }).first()).toBeVisible()

  await become('Tomás Vidigal')
  await page.goto(`${address}/publication`)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page).toHaveURL(address)
  await expect(page.getByText('Published', { exact: true }).first()).toBeVisible()

  await become('Hollis Brandt')
  await expect(async () => {
    await page.goto(`/search?q=${word}`)
    await expect(page.getByRole('link', { name: new RegExp(word) }).first()).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await page
    .getByRole('link', { name: new RegExp(word) })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(word)
  await expect(page.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0)
})

test('a published text changes only with a note, and can be taken back with a reason', async ({ page, become }) => {
  await become('Tomás Vidigal')
  await page.goto('/postmortems/new')
  await page.getByLabel('Title').fill('Amended, then taken back')
  await page.getByRole('radio', { name: /^Light/ }).check()
  await page.getByRole('combobox', { name: 'Team' }).selectOption({ label: 'Edge Traffic' })
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page).toHaveURL(/\/edit$/)
  const address = page.url().replace('/edit', '')
  await write(page, 'Twelve minutes.')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page).toHaveURL(address)
  await page.goto(`${address}/publication`)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page).toHaveURL(address)

  await page.goto(`${address}/edit`)
  await write(page, 'Fourteen minutes.')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('Twelve minutes.').first()).toBeVisible()
  await page.goto(`${address}/publication`)
  await page.getByLabel('What changed, and why').fill('Recounted the duration.')
  await page.getByRole('button', { name: 'Amend' }).click()
  await expect(page.getByText('Fourteen minutes.').first()).toBeVisible()
  await expect(page.getByText('Recounted the duration.').first()).toBeVisible()

  await page.goto(`${address}/history?from=1&to=2`)
  await expect(page.getByRole('insertion').first()).toHaveText('Fourteen')

  await page.goto(`${address}/publication`)
  await page.getByLabel('Reason').fill('It told of another incident.')
  await page.getByRole('button', { name: 'Retract' }).click()
  await expect(page.getByText('It told of another incident.').first()).toBeVisible()
  await expect(page.getByText('Fourteen minutes.')).toHaveCount(0)
})
