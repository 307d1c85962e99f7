import { dataDirectory, startInstance } from './fixtures/instance.ts'
import { drafted, unique } from './fixtures/scene.ts'
import { expect, expectNoViolations, test } from './fixtures/test.ts'

test('the first person sets the instance up with the link that was printed, and lets the next one in', async ({
  page,
  browser,
  expectAccessible,
}) => {
  test.setTimeout(120_000)
  const data = dataDirectory()
  const instance = await startInstance(data.path)
  const link = /https?:\/\/\S+\/setup\?token=\S+/.exec(instance.output())?.[0] ?? ''
  try {
    expect((await page.request.get(`${instance.origin}/setup?token=guessed`)).status()).toBe(404)
    await page.goto(link)
    await expectAccessible()
    await page.getByLabel('Organization').fill('Northlight')
    await page.getByLabel('Your name').fill('Ada Smith')
    await page.getByLabel('Your e-mail address').fill('ada@northlight.example')
    await page.getByLabel('Password').fill('a quiet river in May')
    await page.getByRole('button', { name: 'Set up and sign in' }).click()
    await expect(page.getByRole('navigation').first()).toBeVisible()
    expect((await page.request.get(link)).status(), 'the link works once').toBe(404)

    await page.goto(`${instance.origin}/people/new`)
    await page.getByLabel('Name').fill('Max Winter')
    await page.getByLabel('E-mail address').fill('max@northlight.example')
    await page.getByRole('button', { name: 'Invite' }).click()
    const invitation =
      /https?:\/\/\S+\/choose-password\?token=\S+/.exec(
        (await page.getByText('/choose-password?token=').textContent()) ?? '',
      )?.[0] ?? ''

    const other = await (await browser.newContext()).newPage()
    await other.goto(invitation)
    await other.getByLabel('Password').fill('seven herons on a roof')
    await other.getByRole('button', { name: 'Save and sign in' }).click()
    await expect(other.getByRole('navigation').first()).toBeVisible()
    expect((await other.request.get(invitation)).status(), 'the invitation works once').toBe(404)
    await other.context().close()
  } finally {
    instance.process.kill('SIGTERM')
    await instance.ended
    data.remove()
  }
})

test('a token is shown once, works as far as its scopes, and ends when it is revoked', async ({ as, request }) => {
  const { page } = await as('administrator')
  const name = `Nightly import ${unique()}`
  await page.goto('/settings/tokens')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('postmortems:read').check()
  await page.getByRole('button', { name: 'Make the token' }).click()
  const shown = (await page.getByText('Copy the token now').textContent()) ?? ''
  const token = shown.split(': ').at(-1)?.trim() ?? ''
  const headers = { authorization: `Bearer ${token}` }
  expect((await request.get('/api/v1/postmortems', { headers })).status()).toBe(200)
  expect((await request.get('/api/v1/people', { headers })).status()).toBe(403)
  await page.reload()
  await expect(page.getByText(token)).toHaveCount(0)

  await page
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByRole('button', { name: /Revoke/ })
    .click()
  await expect(page.getByRole('listitem').filter({ hasText: name }).getByText('Revoked')).toBeVisible()
  expect((await request.get('/api/v1/postmortems', { headers })).status()).toBe(401)
})

test('a session that is ended elsewhere is over at once', async ({ page, become, browser, baseURL }) => {
  await become('Caleb Ostrander')
  const elsewhere = await browser.newContext({
    ...(baseURL && { baseURL }),
    userAgent: 'Mozilla/5.0 (X11) Gecko/20100101 Firefox/140.0',
  })
  const other = await elsewhere.newPage()
  await other.goto('/look-around')
  await other.getByRole('button', { name: 'Become Caleb Ostrander' }).click()
  await expect(other).not.toHaveURL(/look-around/)

  await page.goto('/settings/sessions')
  const theirs = page.getByRole('listitem').filter({ hasText: 'Firefox' })
  await theirs.getByRole('button', { name: 'Sign out' }).first().click()
  await expect(theirs).toHaveCount(0)
  await other.goto('/postmortems')
  await expect(other).not.toHaveURL(/\/postmortems$/)
  expect((await elsewhere.request.get('/api/v1/postmortems')).status()).toBe(401)
  await elsewhere.close()
})

test('an administrator sees nothing restricted until they break the glass, which everybody inside sees', async ({
  as,
}) => {
  const lead = await as('networkLead')
  const word = unique()
  const number = await drafted(lead.api, {
    title: `Sealed ${word}`,
    team: 'network',
    visibility: 'restricted',
    restrictedReason: 'legal',
  })
  const { page } = await as('administrator')
  expect((await page.request.get(`/postmortems/${number}`)).status()).toBe(404)

  await page.goto('/settings/break-glass')
  await page.getByLabel('Number').fill(String(number))
  await page.getByLabel('Reason').fill('Nobody with access answers, and a customer waits.')
  await page.getByRole('button', { name: 'Open it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(word)

  await lead.page.goto(`/postmortems/${number}/access`)
  await expect(lead.page.getByText('Nobody with access answers, and a customer waits.')).toBeVisible()
  await expect(lead.page.getByText('Opened it without being on the list')).toBeVisible()
  const member = await as('platformEngineer')
  expect((await member.page.request.get('/settings/break-glass')).status()).toBe(404)
})

test('settings are a list beside the page, which fits, and on a phone the same list behind a button', async ({
  as,
}) => {
  const { page } = await as('administrator')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto('/settings/appearance')
  const list = page.getByRole('navigation', { name: 'Settings' })
  await expect(list.getByRole('link')).toHaveCount(13)
  await expect(list.getByRole('link', { name: 'Appearance' })).toHaveAttribute('aria-current', 'page')
  const [inside, outside] = await list.evaluate((nav) => [nav.scrollWidth, nav.clientWidth])
  expect(inside).toBe(outside)

  await page.setViewportSize({ width: 390, height: 844 })
  await expect(list).toBeHidden()
  await page.getByRole('button', { name: 'Settings: Appearance' }).focus()
  await page.keyboard.press('Enter')
  await expect(list).toBeVisible()
  await expectNoViolations(page)
  await list.getByRole('link', { name: 'Sessions' }).press('Enter')
  await expect(page).toHaveURL(/\/settings\/sessions$/)
  await expect(list).toBeHidden()
  await expect(page.getByRole('button', { name: 'Settings: Sessions' })).toBeVisible()
})
