import { readFile } from 'node:fs/promises'
import { unique } from './fixtures/scene.ts'
import { expect, expectNoViolations, test } from './fixtures/test.ts'

const guide = '/guides/dns-reliability'

test('a guide is contested by a reader and answered by its owner @both', async ({ as }) => {
  const [reader, owner] = [await as('edgeEngineer'), await as('networkLead')]
  const seen = `A resolver kept an expired zone for an hour (${unique()}).`
  await reader.page.goto(guide)
  await reader.page.getByRole('link', { name: 'Say what contradicts it' }).click()
  await reader.page.getByRole('textbox', { name: 'What contradicts it' }).fill(seen)
  await expectNoViolations(reader.page)
  await reader.page.getByRole('button', { name: 'Contest the guide' }).click()
  await expect(reader.page.getByText('Waits for an answer')).toBeVisible()
  await reader.page.goto(guide)
  await expect(reader.page.getByText('This guide is contested')).toBeVisible()

  const { page } = owner
  await page.goto('/inbox')
  await page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: 'said what contradicts it' })
    .getByRole('link', { name: /DNS reliability/ })
    .first()
    .click()
  const flag = page.getByRole('listitem').filter({ hasText: seen })
  await flag.getByText('Answer this flag').click()
  await flag.getByRole('radio', { name: 'Still right' }).check()
  await flag.getByRole('textbox', { name: 'Because' }).fill('The guide asks for an hour at most, and for its age.')
  await expectNoViolations(page)
  await flag.getByRole('button', { name: 'Answer' }).click()
  await expect(flag.getByText('The guide asks for an hour at most, and for its age.')).toBeVisible()
  await expect(flag.getByText('Waits for an answer')).toHaveCount(0)
  await page.goto(guide)
  await expect(page.getByText('This guide is contested')).toHaveCount(0)

  await reader.page.goto('/inbox')
  await expect(reader.page.getByText('answered your flag: it is still right.').first()).toBeVisible()
})

test('its checklist is worked through for a service, and the guide says so @both', async ({ as }) => {
  const { page } = await as('networkEngineer')
  await page.goto(guide)
  await page.getByRole('link', { name: 'Work through its checklist' }).click()
  await page.getByRole('combobox', { name: 'Service' }).selectOption({ label: 'Traffic Steering' })
  await page.getByRole('button', { name: 'Start the checklist' }).click()
  await page.waitForURL(/\/checklists\/\d+/)
  const item = page.getByRole('listitem').filter({ hasText: 'Withdrawal has a floor.' })
  await item.getByText('Say how it stands').click()
  await item.getByRole('radio', { name: 'Done' }).check()
  await item.getByRole('textbox', { name: 'Note' }).fill('Half of the sites stay, whatever the health check says.')
  await item.getByRole('textbox', { name: 'What shows it' }).fill('https://drills.kestrane.example/230')
  await item.getByRole('button', { name: 'Save' }).click()
  await expect(item.getByText(/^Done, Arjun Menon/)).toBeVisible()
  await expect(item.getByRole('link', { name: 'https://drills.kestrane.example/230' })).toBeVisible()
  await expectNoViolations(page)

  await page.goto(guide)
  const follows = page.getByRole('region', { name: 'What the records say' }).getByRole('listitem')
  await expect(follows.filter({ hasText: 'Traffic Steering' })).toContainText('1 of 9 done')
})

test('a change of its text is proposed in the browser and taken away as a patch @both', async ({ as }) => {
  const { page } = await as('edgeEngineer')
  const line = `- A floor of sites stays announced (${unique()}).`
  await page.goto(guide)
  await page.getByRole('link', { name: 'Propose a change' }).click()
  const text = page.getByRole('textbox', { name: 'The text of the guide' })
  const before = await text.inputValue()
  await text.fill(before.replace('- Withdrawal has a floor.', line))
  await page.getByRole('textbox', { name: 'What changes' }).fill('Say what the floor is')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Propose the change' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Say what the floor is' })).toBeVisible()
  await expect(page.getByText(line)).toBeVisible()

  const downloaded = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the patch' }).click()
  const patch = await readFile(await (await downloaded).path(), 'utf8')
  expect(patch).toContain('+++ b/content/guides/dns-reliability.mdx')
  expect(patch.split('\n')).toEqual(expect.arrayContaining(['-- Withdrawal has a floor.', `+${line}`]))
  await page.goto(guide)
  await expect(page.getByText('Withdrawal has a floor.').first()).toBeVisible()
})
