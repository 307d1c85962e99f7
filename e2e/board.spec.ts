import { unique } from './fixtures/scene.ts'
import { type Api, expect, expectNoViolations, test } from './fixtures/test.ts'

async function late(api: Api, word: string, count: number): Promise<number[]> {
  const numbers: number[] = []
  for (let index = 1; index <= count; index += 1) {
    const made = await api.done('POST', '/action-items', {
      ...{
        title: `Alert ${word} ${index}`,
        priority: 'p1',
        team: 'naming',
        dueOn: `2026-01-0${index}`,
        doneWhen: 'It pages.',
      },
    })
    numbers.push(Number(made.number))
  }
  return numbers
}

test('a program manager finds late P1 items, moves three of them at once, and takes it back', async ({ as }) => {
  const { page, api } = await as('programManager')
  const word = unique()
  const numbers = await late(api, word, 4)
  await page.goto(`/action-items?q=${word}`)
  await page.getByRole('button', { name: 'Filter by Lateness' }).click()
  await page.locator('a[href*="late=overdue"]').click()
  await expect(page).toHaveURL(/late=overdue/)
  await page.getByRole('button', { name: 'Filter by Priority' }).click()
  await page.getByRole('link', { name: /^P1 4/ }).click()
  // The address may change before the rows do, and the same four stood there already.
  await expect(page.getByRole('link', { name: /^Remove filter Priority/ })).toBeVisible()
  await expect(page).toHaveURL(/priority=p1/)
  await expect(page.getByRole('checkbox', { name: new RegExp(`Alert ${word}`) })).toHaveCount(4)
  await expect(page.getByRole('region', { name: 'Change the selected items' })).toBeHidden()

  // What was opened to choose from stays open for a second choice, and keys are its own until it closes.
  await page.keyboard.press('Escape')
  const link = (index: number) => page.getByRole('link', { name: `Alert ${word} ${index}`, exact: true })
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(link(1)).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(3)
  await page.keyboard.press('d')
  const bar = page.getByRole('region', { name: 'Change the selected items' })
  await expect(bar.getByLabel('Due on')).toBeFocused()
  await expectNoViolations(page)
  await bar.getByLabel('Due on').fill('2030-03-01')
  await bar.getByRole('button', { name: 'Change the selected items' }).click()
  await expect(page.getByText('3 items were changed.')).toBeVisible()
  const dates = async () =>
    Promise.all(
      numbers.map(
        async (number) => ((await (await api.get(`/action-items/${number}`)).json()) as { dueOn: string }).dueOn,
      ),
    )
  expect(await dates()).toEqual(['2030-03-01', '2030-03-01', '2030-03-01', '2026-01-04'])

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('3 items were changed.')).toHaveCount(0)
  expect(await dates()).toEqual(['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'])
})

test('two items that read alike become one, and two again', async ({ as }) => {
  const { page, api } = await as('programManager')
  const [kept = 0, alike = 0] = await late(api, unique(), 2)
  await page.goto(`/action-items/${kept}`)
  await page.getByRole('button', { name: `Merge AI-${alike} into this one` }).click()
  await expect(page.getByText('The two items are one now.')).toBeVisible()
  const commitment = async () => (await (await api.get(`/action-items/${alike}`)).json()).commitment
  expect(await commitment()).toMatchObject({ kind: 'duplicate', duplicateOf: { number: kept } })
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('The two items are one now.')).toHaveCount(0)
  await expect(page.getByRole('button', { name: `Merge AI-${alike} into this one` })).toBeVisible()
  expect(await commitment()).toMatchObject({ kind: 'proposed', duplicateOf: null })
})

test('all are changed or none, and what cannot be changed is named', async ({ as }) => {
  const manager = await as('programManager')
  const word = unique()
  const [open = 0, closed = 0] = await late(manager.api, word, 2)
  await manager.api.done('PUT', `/action-items/${closed}/commitment`, { to: 'declined', reason: 'Not worth it.' })
  const { page } = manager
  await page.goto(`/action-items?q=${word}&status=all`)
  for (const box of await page.getByRole('checkbox', { name: new RegExp(word) }).all()) await box.check()
  const bar = page.getByRole('region', { name: 'Change the selected items' })
  await bar.getByLabel('Priority').selectOption('p3')
  await bar.getByRole('button', { name: 'Change the selected items' }).click()
  await expect(page.getByText(`AI-${closed}: It is closed. Open it again to change it.`)).toBeVisible()
  expect(await (await manager.api.get(`/action-items/${open}`)).json()).toMatchObject({ priority: 'p1' })
})

test('a row, a card and a day lead to the same item, and a view is saved and shared', async ({ as }) => {
  const { page, api } = await as('programManager')
  const word = unique()
  const [number = 0] = await late(api, word, 1)
  await page.goto(`/action-items?q=${word}`)
  await page.getByRole('link', { name: `Change AI-${number} here` }).click()
  await page.locator('#row-form').getByLabel('Due on').fill('2030-05-14')
  await page.locator('#row-form').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.locator('#row-form')).toHaveCount(0)
  await expect(page.getByText(/14 May 2030/)).toBeVisible()

  await page.getByRole('navigation', { name: 'How to look at it' }).getByRole('link', { name: 'Board' }).click()
  await expect(
    page.getByRole('region', { name: /^Proposed/ }).getByRole('link', { name: `Alert ${word} 1` }),
  ).toBeVisible()
  await expectNoViolations(page)
  await page.goto(`/action-items?q=${word}&as=calendar&month=2030-05`)
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: 'Tuesday 14 May' })
      .getByRole('link', { name: `Alert ${word} 1` }),
  ).toBeVisible()
  await expectNoViolations(page)

  await page.goto(`/action-items?q=${word}&by=team`)
  await page.getByText('Save this view').click()
  await page.getByLabel('Name').fill(`Mine ${word}`)
  await page.getByRole('radio', { name: 'Everyone' }).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page).toHaveURL(/view=/)
  const colleague = await as('edgeLead')
  await colleague.page.goto('/views')
  await colleague.page.getByRole('link', { name: `Mine ${word}` }).click()
  await expect(colleague.page.getByRole('link', { name: `Alert ${word} 1`, exact: true })).toBeVisible()
})

test('a calendar reads the list at a secret address until it is revoked', async ({ as, request }) => {
  const { page, api } = await as('programManager')
  const word = unique()
  await late(api, word, 1)
  await page.goto(`/settings/calendars?from=${encodeURIComponent(`q=${word}`)}`)
  await page.getByLabel('Name').fill(`Calendar ${word}`)
  await page.getByRole('button', { name: 'Make the address' }).click()
  const told =
    (await page
      .getByText(/\/calendar\//)
      .first()
      .textContent()) ?? ''
  const path = new URL(/http\S+/.exec(told)?.[0] ?? '').pathname
  const calendar = await request.get(path)
  expect(calendar.headers()['content-type']).toContain('text/calendar')
  expect(await calendar.text()).toContain('DTSTART;VALUE=DATE:20260101')
  await page.reload()
  await page.getByRole('button', { name: `Revoke Calendar ${word}` }).click()
  await expect(page.getByRole('button', { name: `Revoke Calendar ${word}` })).toHaveCount(0)
  expect((await request.get(path)).status()).toBe(404)
})

test('a lead says that it is the same, and the fix is one that regressed', async ({ as }) => {
  const { page, api } = await as('edgeLead')
  const word = unique()
  const incident = async (title: string, start: string) =>
    Number(
      (
        await api.done('POST', '/incidents', {
          ...{ title, severity: 'sev3', kind: 'outage', team: 'edge-traffic', mechanisms: ['chg.flag'] },
          services: [{ service: 'edge-proxy', role: 'origin' }],
          milestones: { impactStarted: start },
        })
      ).number,
    )
  const hour = 3_600_000
  const first = await incident(`First ${word}`, new Date(Date.now() - 48 * hour).toISOString())
  const item = await api.done('POST', '/action-items', {
    ...{
      title: `Check the flag ${word}`,
      priority: 'p3',
      team: 'edge-traffic',
      dueOn: '2030-01-31',
      doneWhen: 'It is refused.',
    },
    ...{ mechanism: 'chg.flag', incidents: [first] },
  })
  const number = Number(item.number)
  const owner = (
    (await (await api.get('/people?limit=100')).json()) as { items: { id: string; name: string }[] }
  ).items.find(({ name }) => name === 'Tomás Vidigal')
  await api.done('PUT', `/action-items/${number}/commitment`, { to: 'accepted', owner: owner?.id })
  await api.done('PUT', `/action-items/${number}/progress`, { to: 'verified', note: 'It was refused.' })
  // It begins after the verification, or the item was not verified when it began.
  const second = await incident(`Second ${word}`, new Date().toISOString())
  await page.goto(`/incidents/${second}`)
  const line = page
    .locator('#recurrences')
    .getByRole('listitem')
    .filter({ hasText: `Check the flag ${word}` })
  await line.getByText('Answer', { exact: true }).click()
  await line.getByRole('radio', { name: /^The same/ }).check()
  await line.getByLabel(/why did the fix not hold/).selectOption('bypassed')
  await line.getByLabel('How can you tell?').fill('The flag was set by hand.')
  await line.getByRole('button', { name: 'Save the answer' }).click()
  await expect(line.getByText('The same: the fix did not hold').first()).toBeVisible()
  await expect(line.getByText('Regressed')).toBeVisible()
  await expectNoViolations(page)
  await page.goto(`/action-items/${number}`)
  await expect(page.getByText('The flag was set by hand.').first()).toBeVisible()
})
