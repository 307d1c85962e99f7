import { idOf, unique } from './fixtures/scene.ts'
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

/** A program with four promises: three P1 that are late, of which two wait for another team, and one that is not. */
async function capacityProgram(api: Api, word: string) {
  const lead = await idOf(api, 'programManager')
  const { number: program } = await api.done('POST', '/programs', {
    ...{
      name: `Room for one site less ${word}`,
      kind: 'capacity',
      objective: 'Each continent carries the loss of a site.',
    },
    ...{ lead, startOn: '2026-02-01', endOn: '2031-12-18', exitCriteria: ['A drill shows it.'] },
  })
  const item = async (title: string, fields: Record<string, unknown> = {}) => {
    const { number } = await promised(api, { title: `${title} ${word}`, dueOn: '2026-03-31', owner: lead, ...fields })
    await api.done('PUT', `/action-items/${number}/commitment`, { to: 'accepted', owner: lead })
    return number
  }
  const order = await item('Order the line cards', { team: 'network' })
  const numbers = [
    await item('Add shields in the south'),
    await item('Carry peering of two sites'),
    await item('Prove it by a drain'),
    await item('Forecast the autumn', { dueOn: '2031-01-31' }),
  ]
  for (const number of numbers) await api.done('PUT', `/action-items/${number}/program`, { program })
  for (const number of numbers.slice(0, 2))
    await api.done('PUT', `/action-items/${number}/progress`, {
      to: 'blocked',
      blockedBy: order,
      note: 'It waits for them.',
    })
  await api.done('POST', `/programs/${program}/effects`, {
    ...{ incident: 1, effect: 'smaller', why: `The next town would have had room (${word}).` },
  })
  return { program: Number(program), order, numbers }
}

test('what is late in the capacity program, who blocks it, what it would have changed, and three new dates', async ({
  as,
}) => {
  const { page, api } = await as('programManager')
  const word = unique()
  const { order, numbers, program } = await capacityProgram(api, word)
  let interactions = 0
  const act = async (interaction: Promise<unknown>) => {
    interactions += 1
    await interaction
  }
  const main = page.getByRole('main')

  await act(page.goto('/'))
  await act(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Programs' }).click())
  await act(
    main
      .getByRole('navigation', { name: 'Status' })
      .getByRole('link', { name: /^Planned/ })
      .click(),
  )
  await act(main.getByRole('link', { name: `Room for one site less ${word}` }).click())
  await expect(main.getByText(`Would have made it smaller: The next town would have had room (${word}).`)).toBeVisible()
  await expect(
    main.getByRole('region', { name: 'What it would have changed' }).getByRole('link', { name: /^INC-1 / }),
  ).toBeVisible()

  await act(main.getByRole('link', { name: 'All of them' }).click())
  await expect(page).toHaveURL(new RegExp(`program=${program}`))
  await act(page.getByRole('button', { name: 'Filter by Lateness' }).click())
  await act(page.locator('a[href*="late=overdue"]').first().click())
  await expect(page).toHaveURL(/late=overdue/)
  await act(page.getByRole('button', { name: 'Filter by Priority' }).click())
  await act(page.getByRole('link', { name: /^P1 3/ }).click())
  await expect(page).toHaveURL(/priority=p1/)
  await act(page.keyboard.press('Escape'))
  const late = main.getByRole('checkbox', { name: new RegExp(`${word}$`) })
  await expect(late).toHaveCount(3)

  for (const title of ['Add shields in the south', 'Carry peering of two sites']) {
    await act(main.getByRole('link', { name: `${title} ${word}`, exact: true }).click())
    await expect(main.getByRole('link', { name: `AI-${order} Order the line cards ${word}` }).first()).toBeVisible()
    await act(page.goBack())
    await expect(late).toHaveCount(3)
  }

  for (const box of await late.all()) await act(box.check())
  const bar = page.getByRole('region', { name: 'Change the selected items' })
  await act(bar.getByLabel('Due on').fill('2031-03-01'))
  await act(bar.getByRole('button', { name: 'Change the selected items' }).click())
  await expect(page.getByText('3 items were changed.')).toBeVisible()
  const dates = numbers.map(async (number) => (await api.done('GET', `/action-items/${number}`)).dueOn)
  expect(await Promise.all(dates)).toEqual(['2031-03-01', '2031-03-01', '2031-03-01', '2031-01-31'])
  test.info().annotations.push({ type: 'interactions', description: String(interactions) })
  expect(interactions).toBeLessThan(40)
})

test('many go into a program at once, and what is left out stands in the address', async ({ as }) => {
  const { page, api } = await as('programManager')
  const word = unique()
  const { program, numbers } = await capacityProgram(api, word)
  await page.goto(`/action-items?q=${word}&status=all`)
  await page.getByRole('button', { name: 'Filter by Team' }).click()
  await page.getByRole('link', { name: 'Leave out Network and Anycast' }).click()
  await expect(page).toHaveURL(/not=team%3Anetwork/)
  await expect(page.getByRole('checkbox', { name: new RegExp(`${word}$`) })).toHaveCount(4)
  await page.getByRole('link', { name: /^Remove filter Team not/ }).click()
  await expect(page).not.toHaveURL(/not=/)
  await page.getByRole('button', { name: 'Filter by Priority' }).click()
  await expect(async () => {
    await page.getByRole('link', { name: /^P1 5/ }).click({ modifiers: ['Alt'] })
    await expect(page).toHaveURL(/not=priority%3Ap1/, { timeout: 2_000 })
  }).toPass()
  await page.goto(`/action-items?q=${word}&program=${program}`)
  for (const box of await page.getByRole('checkbox', { name: new RegExp(`${word}$`) }).all()) await box.check()
  const bar = page.getByRole('region', { name: 'Change the selected items' })
  await bar.getByLabel('Program').selectOption({ label: 'Out of its program' })
  await bar.getByRole('button', { name: 'Change the selected items' }).click()
  await expect(page.getByText('4 items were changed.')).toBeVisible()
  expect(await api.done('GET', `/action-items/${numbers[0]}`)).toMatchObject({ program: null })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('4 items were changed.')).toHaveCount(0)
  expect(await api.done('GET', `/action-items/${numbers[0]}`)).toMatchObject({ program: { number: program } })
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
