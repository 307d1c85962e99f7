import { unique } from './fixtures/scene.ts'
import { type Api, expect, test } from './fixtures/test.ts'

async function promised(api: Api, fields: Record<string, unknown> = {}): Promise<{ number: number; title: string }> {
  const title = `Alert on port use ${unique()}`
  const made = await api.done('POST', '/action-items', {
    ...{ title, priority: 'p1', team: 'naming', dueOn: '2030-01-31', doneWhen: 'A page fires at 70 %.', ...fields },
  })
  return { number: Number(made.number), title }
}

test('filters live in the address, so a list can be sent to somebody', async ({ as }) => {
  const { page, api } = await as('programManager')
  const late = await promised(api, { dueOn: '2026-01-31', priority: 'p0' })
  const open = await promised(api)
  await page.goto('/action-items')
  await page
    .getByRole('navigation', { name: 'Status' })
    .getByRole('link', { name: /^Overdue/ })
    .click()
  await expect(page).toHaveURL(/status=overdue/)
  await page.getByPlaceholder('Words of the title').fill(late.title)
  await page.getByPlaceholder('Words of the title').press('Enter')
  await expect(page).toHaveURL(/q=Alert/)
  await expect(page.getByRole('link', { name: late.title, exact: true })).toBeVisible()
  await expect(page.getByText(/Overdue, was due/).first()).toBeVisible()
  await expect(page.getByRole('link', { name: open.title, exact: true })).toHaveCount(0)

  const colleague = await as('auditor')
  await colleague.page.goto(page.url())
  await expect(colleague.page.getByRole('link', { name: late.title, exact: true })).toBeVisible()
  await page.getByRole('link', { name: /^Remove filter Title/ }).click()
  await expect(page).not.toHaveURL(/q=/)
})

test('an item is accepted and verified with a note, and comes back with a reason', async ({ as }) => {
  const { page, api } = await as('programManager')
  const { number, title } = await promised(api, { priority: 'p3' })
  await page.goto(`/action-items/${number}`)
  await page.getByText('Accept it', { exact: true }).click()
  await page.getByLabel('Owner').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Accept the action item' }).click()
  await page.getByRole('radio', { name: /^Verified/ }).check()
  await page.getByRole('button', { name: 'Save how far it is' }).click()
  await expect(page.getByText('Say what shows that it is true.').first()).toBeVisible()
  await page.getByLabel('Note').fill('The alert fired in the drill of 3 June.')
  await page.getByRole('button', { name: 'Save how far it is' }).click()
  await expect(page.getByText('The alert fired in the drill of 3 June.').first()).toBeVisible()
  await page.goto(`/action-items?status=closed&q=${encodeURIComponent(title)}`)
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible()

  await page.goto(`/action-items/${number}`)
  await page.getByLabel('Why did it come back?').selectOption('not_deployed')
  await page.getByLabel('Note').fill('The alert was removed again.')
  await page.getByRole('button', { name: 'Save how far it is' }).click()
  await expect(page.getByText('Regressed').first()).toBeVisible()
  await expect(page.getByText('The alert was removed again.').first()).toBeVisible()
})

test('an auditor reads the promise and is told who can move it', async ({ as }) => {
  const { api } = await as('programManager')
  const { number, title } = await promised(api)
  const { page } = await as('auditor')
  await page.goto(`/action-items/${number}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByRole('button', { name: 'Save how far it is' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0)
})
