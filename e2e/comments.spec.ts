import type { Page } from '@playwright/test'
import { drafted } from './fixtures/scene.ts'
import { expect, expectNoViolations, test } from './fixtures/test.ts'
import { openEditor } from './fixtures/writers.ts'

const section = (page: Page) => page.locator('#what')

test('words are commented on by keyboard, answered, and settled, and follow the text @both', async ({ as }) => {
  const lead = await as('edgeLead')
  const number = await drafted(lead.api)
  const { page } = lead
  await openEditor(page, number)
  const editor = section(page).locator('.cm-content')
  await editor.click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Control+Alt+m')
  const composer = page.getByRole('group', { name: 'Your comment' })
  await composer.getByRole('textbox').fill('Since when do we know? @Beatriz Nogal')
  await page.keyboard.press('Control+Enter')
  await expect(composer).toBeHidden()
  const panel = page.getByRole('region', { name: 'Comments' })
  await expect(panel.getByRole('paragraph').filter({ hasText: 'Since when do we know?' })).toBeVisible()
  await expect(editor.locator('.cm-commented').first()).toBeVisible()
  await expectNoViolations(page)

  await editor.click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Again: ')
  await expect(editor.locator('.cm-commented').first()).toHaveText(/^What we know/)

  const colleague = await as('edgeEngineer')
  await colleague.page.goto('/inbox')
  await colleague.page
    .getByRole('listitem')
    .filter({ hasText: 'Tomás Vidigal mentioned you in a comment.' })
    .getByRole('link')
    .first()
    .click()
  await expect(colleague.page).toHaveURL(/\/comments#c-/)
  const thread = colleague.page.getByRole('listitem').filter({ hasText: 'Since when do we know?' }).first()
  await thread.getByText('Reply', { exact: true }).first().click()
  await thread.getByLabel('Your reply').fill('Since noon.')
  await thread.getByRole('button', { name: 'Reply' }).click()
  await expect(thread.getByRole('paragraph').filter({ hasText: 'Since noon.' })).toBeVisible()
  await expectNoViolations(colleague.page)
  await thread.getByRole('button', { name: 'Resolve' }).click()
  await expect(colleague.page.getByText('One settled thread')).toBeVisible()
})

test('a suggestion becomes part of the text when it is accepted @both', async ({ as }) => {
  const lead = await as('edgeLead')
  const number = await drafted(lead.api)
  const colleague = await as('networkEngineer')
  const what = { section: 'what', quote: 'What we know', replacement: 'All we know' }
  await colleague.api.done('POST', `/postmortems/${number}/threads`, what)
  await lead.page.goto(`/postmortems/${number}/comments`)
  await lead.page.getByRole('button', { name: 'Accept suggestion' }).click()
  await expect(lead.page.getByText('One settled thread')).toBeVisible()
  await lead.page.goto(`/postmortems/${number}`)
  await expect(lead.page.getByText('All we know of the what.')).toBeVisible()
})

test('somebody who may read a draft comments without the editor @both', async ({ as }) => {
  const lead = await as('edgeLead')
  const number = await drafted(lead.api)
  const { page } = await as('networkEngineer')
  await page.goto(`/postmortems/${number}`)
  await page.getByRole('link', { name: 'Comments' }).click()
  const first = page.getByRole('region').first()
  await page.getByText('Comment on this section').first().click()
  await first.getByLabel('Comment', { exact: true }).fill('For how long?')
  await first.getByLabel('Words it is about').fill('What we know')
  await first.getByRole('button', { name: 'Comment' }).click()
  await expect(first.getByRole('paragraph').filter({ hasText: 'For how long?' })).toBeVisible()
})
