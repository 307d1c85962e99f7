import type { Page } from '@playwright/test'
import { png } from '../lib/testing/pictures.ts'
import { drafted, unique } from './fixtures/scene.ts'
import { expect, expectNoViolations, test } from './fixtures/test.ts'
import { openEditor } from './fixtures/writers.ts'

const section = (page: Page) => page.locator('#what')
const editor = (page: Page) => section(page).locator('.cm-content')

/** As a browser does it when somebody pastes a screenshot. */
async function paste(page: Page, name = 'screenshot.png'): Promise<void> {
  await editor(page).click()
  await page.keyboard.press('Control+End')
  await editor(page).evaluate(async (target, name) => {
    const canvas = new OffscreenCanvas(640, 360)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('This browser draws nothing.')
    context.fillStyle = '#b3402f'
    context.fillRect(0, 120, 640, 120)
    const data = new DataTransfer()
    data.items.add(new File([await canvas.convertToBlob()], name, { type: 'image/png' }))
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, name)
}

test('a pasted picture is described, read, and closed to whoever may not read the text @both', async ({ as }) => {
  const lead = await as('edgeLead')
  const number = await drafted(lead.api, { visibility: 'restricted', restrictedReason: 'security' })
  const { page } = lead
  await openEditor(page, number)
  await paste(page)
  const words = section(page).getByLabel('What does the picture show?')
  await expect(words).toBeVisible()
  await expect(editor(page)).toContainText(/!\[\]\(images\/[0-9a-f-]{36}\.png\)/)
  await expectNoViolations(page)
  await words.fill('Errors by region')
  await words.press('Enter')
  await expect(editor(page)).toContainText(/!\[Errors by region\]\(images\//)
  await expect(page.locator('[data-save-state]')).toHaveText('Saved')

  await page.goto(`/postmortems/${number}`)
  const picture = page.getByRole('img', { name: 'Errors by region' })
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640)
  await expectNoViolations(page)

  const address = (await picture.getAttribute('src')) ?? ''
  const seen = await lead.context.request.get(address)
  expect(seen.headers()).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=31536000, immutable',
  })
  const etag = seen.headers().etag ?? ''
  expect((await lead.context.request.get(address, { headers: { 'if-none-match': etag } })).status()).toBe(304)

  const other = await as('networkEngineer')
  const closed = await other.context.request.get(address)
  const missing = await other.context.request.get(address.replace(/[0-9a-f]{12}$/, '000000000000'))
  expect([closed.status(), missing.status()]).toEqual([404, 404])
  expect(await closed.text()).toBe(await missing.text())
  const told = ({ date: _, 'x-request-id': __, ...headers }: Record<string, string>) => headers
  expect(told(closed.headers())).toEqual(told(missing.headers()))
  expect((await other.api.get(address)).status()).toBe(404)
})

test('what is no picture, and what is too large, is refused with a word why', async ({ as }) => {
  const { api, context } = await as('edgeLead')
  const number = await drafted(api)
  const post = (data: Buffer, type: string, origin?: string) =>
    context.request.post(`/api/v1/postmortems/${number}/images`, {
      data,
      headers: { 'content-type': type, origin: origin ?? new URL(test.info().project.use.baseURL ?? '').origin },
    })
  const svg = await post(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml')
  expect(svg.status()).toBe(415)
  expect((await svg.json()).detail).toMatch(/SVG can carry scripts/)
  expect((await post(Buffer.from('<html>'), 'image/png')).status()).toBe(415)
  expect((await post(Buffer.concat([png(), Buffer.alloc(5_000_001)]), 'image/png')).status()).toBe(413)
  expect((await post(png(), 'image/png', 'https://evil.example')).status()).toBe(403)
  expect((await post(png(), 'image/png')).status()).toBe(201)
})

test('a picture that did not arrive is tried again, also after the page was closed', async ({ as }) => {
  const { api, page } = await as('edgeLead')
  const number = await drafted(api)
  await openEditor(page, number)
  await page.route('**/api/v1/postmortems/*/images', (route) => route.fulfill({ status: 200, body: 'A proxy speaks.' }))
  await paste(page, 'graph.png')
  await expect(section(page).getByRole('alert')).toContainText('graph.png was not added')
  await page.reload()
  await expect(section(page).getByRole('alert')).toContainText('graph.png was not added')
  await page.unroute('**/api/v1/postmortems/*/images')
  await section(page).getByRole('button', { name: 'Try again' }).click()
  await section(page).getByRole('button', { name: 'Put it at the end of this section' }).click()
  await expect(editor(page)).toContainText('](images/')
  await section(page).getByRole('button', { name: 'Later' }).click()
  await page.goto(`/postmortems/${number}`)
  await expect(page.getByRole('img', { name: 'Picture without a description' })).toBeVisible()
})

test('live parts show the record, and of a hidden incident nothing @both', async ({ as }) => {
  const lead = await as('edgeLead')
  const word = unique()
  const facts = { severity: 'sev2', kind: 'outage', team: 'edge-traffic', zone: 'UTC' }
  const restricted = { visibility: 'restricted', restrictedReason: 'security' }
  const hidden = await lead.api.done('POST', '/incidents', { ...facts, ...restricted, title: `Hidden ${word}` })
  const number = await drafted(lead.api)
  const { page } = lead
  await openEditor(page, number)
  await editor(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(`\n\n{{incident:INC-${hidden.number}}}\n\n{{mechanism:cap.cache}}\n\n/action items`)
  await page.getByRole('option', { name: /Action items, live/ }).click()
  await section(page).getByRole('button', { name: 'Preview' }).click()
  const preview = section(page).getByRole('region', { name: 'Preview' })
  await expect(preview.getByRole('link', { name: new RegExp(`Hidden ${word}`) })).toBeVisible()
  await expect(preview.getByText('There are no action items yet.')).toBeVisible()
  await expectNoViolations(page)
  await expect(page.locator('[data-save-state]')).toHaveText('Saved')
  const reader = await as('networkEngineer')
  await reader.page.goto(`/postmortems/${number}`)
  await expect(reader.page.getByText(`INC-${hidden.number} is not available to you.`)).toBeVisible()
  expect(await reader.page.content()).not.toContain(word)
  await expect(reader.page.getByText('cap.cache')).toBeVisible()
  await expectNoViolations(reader.page)
})

test('an action item is made of selected words without leaving the text @both', async ({ as }) => {
  const lead = await as('edgeLead')
  const number = await drafted(lead.api)
  const { page } = lead
  await openEditor(page, number)
  await editor(page).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Control+Shift+A')
  const dialog = page.getByRole('dialog', { name: 'Action item from these words' })
  await expect(dialog.getByLabel('Title')).toHaveValue('What we know of the what.')
  await expectNoViolations(page)
  await dialog.getByLabel('Title').fill('Shards are purged one by one')
  await expect(dialog.getByLabel('Why')).toHaveValue('“What we know of the what.”')
  await dialog.getByLabel('Why').fill('One purge took every shard along')
  await dialog.getByRole('button', { name: 'Propose it' }).click()
  await expect(dialog.getByRole('status')).toContainText('It was proposed.')
  await dialog.getByRole('button', { name: 'Back to the text' }).click()
  await expect(editor(page)).toBeFocused()
  await page.goto(`/postmortems/${number}`)
  await page.getByRole('link', { name: 'Shards are purged one by one' }).click()
  await expect(page.getByRole('link', { name: 'One purge took every shard along' })).toHaveAttribute(
    'href',
    new RegExp(`/postmortems/${number}#what$`),
  )
})

test('an @ in a plain field offers colleagues, by keyboard', async ({ as }) => {
  const lead = await as('edgeLead')
  const number = await drafted(lead.api)
  const { page } = lead
  await page.goto(`/postmortems/${number}/comments`)
  const first = page.getByRole('region').first()
  await page.getByText('Comment on this section').first().click()
  const field = first.getByLabel('Comment', { exact: true })
  await field.click()
  await page.keyboard.type('Is this so, @beat')
  await expect(page.getByRole('option', { name: 'Beatriz Nogal' })).toBeVisible()
  await expectNoViolations(page)
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(/Is this so, \[@Beatriz Nogal\]\(\/people\/[0-9a-f-]{36}\) $/)
  await expect(page.getByRole('listbox')).toBeHidden()
  await first.getByRole('button', { name: 'Comment' }).click()
  await expect(first.getByRole('link', { name: '@Beatriz Nogal' })).toBeVisible()
  await page.getByRole('link', { name: 'Make an action item' }).click()
  await expect(page.getByLabel('Title')).toHaveValue(/^Is this so/)
})
