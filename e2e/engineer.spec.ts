import { drafted, unique } from './fixtures/scene.ts'
import { expect, expectNoViolations, openPalette, test } from './fixtures/test.ts'

test('an engineer finds what was published, reads it and prints it @both', async ({ as }) => {
  const lead = await as('edgeLead')
  const word = unique()
  const number = await drafted(lead.api, { title: `Shard ${word} purged late` })
  await lead.api.done('PUT', `/postmortems/${number}/publication`, {})
  const { page } = await as('networkEngineer')
  await expect
    .poll(async () => (await page.request.get(`/api/palette?q=${word}`)).text(), { timeout: 30_000 })
    .toContain(word)

  await page.goto('/')
  await openPalette(page)
  await page
    .getByRole('dialog')
    .getByRole('searchbox')
    .or(page.getByRole('dialog').getByRole('textbox'))
    .first()
    .fill(word)
  await page.getByRole('menuitem', { name: new RegExp(word) }).click()
  await expect(page).toHaveURL(new RegExp(`/postmortems/${number}$`))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(word)

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('navigation').first()).toBeHidden()
  expect((await page.pdf()).byteLength).toBeGreaterThan(5_000)
})

test('readers keep the published text while somebody works on the next', async ({ as }) => {
  const lead = await as('edgeLead')
  const number = await drafted(lead.api)
  await lead.api.done('PUT', `/postmortems/${number}/publication`, {})
  const { sections } = (await lead.api.done('GET', `/postmortems/${number}/sections`)) as {
    sections: { key: string; version: number }[]
  }
  const [{ key, version } = { key: '', version: 0 }] = sections
  const word = unique()
  await lead.api.done('PATCH', `/postmortems/${number}`, { sections: [{ key, version, body: `Not ready: ${word}` }] })

  const reader = await as('networkEngineer')
  for (const address of [`/postmortems/${number}`, `/postmortems/${number}/history`, `/api/v1/postmortems/${number}`])
    expect(await (await reader.page.request.get(address)).text(), address).not.toContain(word)
  expect((await reader.api.get(`/postmortems/${number}/sections`)).status()).toBe(403)
  await reader.page.goto(`/postmortems/${number}`)
  await expect(reader.page.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0)
})

test('what is restricted is found by those inside and by nobody else', async ({ as }) => {
  const lead = await as('edgeLead')
  const word = unique()
  const number = await drafted(lead.api, {
    title: `Sealed ${word}`,
    visibility: 'restricted',
    restrictedReason: 'people',
  })
  const found = async (page: { request: { get: (address: string) => Promise<{ text: () => Promise<string> }> } }) =>
    (await page.request.get(`/api/palette?q=${word}`)).text()
  await expect.poll(() => found(lead.page), { timeout: 30_000 }).toContain(word)

  const { page } = await as('networkEngineer')
  expect(await found(page)).toBe('[]')
  await page.goto(`/search?q=${word}`)
  await expect(page.getByRole('heading', { name: /Nothing found/ })).toBeVisible()
  const answer = await page.goto(`/postmortems/${number}`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByText(word)).toHaveCount(0)

  // Made less open after it was found: gone at once, whatever the index still holds.
  const open = await drafted(lead.api, { title: `Opened ${word}more` })
  await expect
    .poll(async () => (await page.request.get(`/api/palette?q=${word}more`)).text(), { timeout: 30_000 })
    .toContain(word)
  await lead.api.done('PUT', `/postmortems/${open}/visibility`, { visibility: 'restricted', restrictedReason: 'legal' })
  expect(await (await page.request.get(`/api/palette?q=${word}more`)).text()).toBe('[]')
})

test('an address that is nobody’s keeps the frame for whoever is signed in, and tells a visitor nothing', async ({
  as,
  page: visitor,
}) => {
  const { page } = await as('networkEngineer')
  for (const looking of [page, visitor]) {
    expect((await looking.goto('/no/such/place'))?.status()).toBe(404)
    await expect(looking.getByRole('heading', { level: 1 })).toHaveText('There is nothing here for you')
    await expectNoViolations(looking)
  }
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await expect(visitor.getByRole('navigation')).toHaveCount(0)
})
