import { unique } from './fixtures/scene.ts'
import { expect, expectNoViolations, test } from './fixtures/test.ts'

test('a program manager sees why a program is red, moves a milestone with a reason, and hands it an item', async ({
  as,
}) => {
  test.setTimeout(180_000)
  const { page, api } = await as('programManager')
  await page.goto('/programs')
  const row = page.getByRole('row', { name: /Fail small/ })
  await expect(row.getByText('Red')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Candidates for a program' })).toBeVisible()
  await expectNoViolations(page)

  await page.getByRole('link', { name: 'Fail small' }).click()
  const health = page.getByRole('region', { name: 'Health', exact: true })
  await expect(health.getByText(/Rings for data files/)).toBeVisible()
  await expect(health.getByText('How the last six weeks began')).toBeVisible()
  await expectNoViolations(page)

  await page.getByRole('link', { name: 'Plan', exact: true }).first().click()
  await page.getByText('Move “Zone files in rings”').click()
  await page.getByLabel('New date').filter({ visible: true }).last().fill('2031-02-03')
  await page.getByRole('button', { name: 'Move it' }).filter({ visible: true }).last().click()
  await expect(page.getByText('Say why the date moves.').first()).toBeVisible()
  const reason = `The signers move first (${unique()}).`
  await page.getByLabel('Reason').filter({ visible: true }).last().fill(reason)
  await page.getByRole('button', { name: 'Move it' }).filter({ visible: true }).last().click()
  await expect(page.getByText(reason).first()).toBeVisible()
  // What the bar at the top half covers is not small.
  await page.evaluate(() => window.scrollTo(0, 0))
  await expectNoViolations(page)

  const title = `Ring for bot files ${unique()}`
  const { number } = await api.done('POST', '/action-items', {
    ...{ title, priority: 'p1', team: 'edge-traffic', dueOn: '2031-01-31', doneWhen: 'It stops in a drill.' },
  })
  await page.goto(`/action-items/${number}`)
  await page.getByText('Hand to a program', { exact: true }).click()
  await page.getByLabel('Program').selectOption({ label: 'PRG-1 Fail small' })
  await page.getByRole('button', { name: 'Hand it over' }).click()
  await expect(page.getByText('Handed to a program').first()).toBeVisible()
  await page.goto('/programs/1')
  await page.getByText(`Take AI-${number} in`).click()
  const taking = page.getByRole('listitem').filter({ hasText: title })
  await taking.getByLabel('Owner').selectOption({ label: 'Beatriz Nogal' })
  await taking.getByRole('button', { name: 'Take it in' }).click()
  await expect(page.getByRole('region', { name: /^Action items:/ }).getByRole('link', { name: title })).toBeVisible()
})

test('a lead reads what the data says and writes only the judgement; the report can be read by everybody', async ({
  as,
}) => {
  const lead = await as('platformLead')
  await lead.page.goto('/programs')
  await lead.page.getByRole('link', { name: 'Retries with a limit' }).click()
  await lead.page.getByRole('main').getByRole('link', { name: 'Reports', exact: true }).click()
  await lead.page.getByRole('link', { name: 'Write the monthly report' }).click()
  await expect(lead.page.getByText(/Clients with a cap: 19.5/)).toBeVisible()
  const judgement = `Webhooks are the last ones (${unique()}).`
  await lead.page.getByLabel('Judgement').fill(judgement)
  await lead.page.getByRole('button', { name: 'Send the report' }).click()
  await expect(lead.page.getByText(judgement)).toBeVisible()
  const auditor = await as('auditor')
  await auditor.page.goto(lead.page.url())
  await expect(auditor.page.getByText(judgement)).toBeVisible()
  await expectNoViolations(auditor.page)
})

test('a guest finds no programs, and a member is told who can change one', async ({ as }) => {
  const guest = await as('guest')
  expect((await guest.page.goto('/programs/1'))?.status()).toBe(404)
  const engineer = await as('networkEngineer')
  await engineer.page.goto('/programs/1/plan')
  await expect(engineer.page.getByText(/Its lead, the contacts of its teams/)).toBeVisible()
})
