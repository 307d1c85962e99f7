import { unique } from './fixtures/scene.ts'
import { expect, expectNoViolations, test } from './fixtures/test.ts'

test('an administrator copies a template, changes it, compares the versions and sets it aside', async ({ as }) => {
  const { page } = await as('administrator')
  const name = `Payments ${unique()}`
  await page.goto('/settings/templates')
  await expectNoViolations(page)
  await page.getByRole('link', { name: 'New template' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Copy of').selectOption({ label: 'Light' })
  await page.getByRole('button', { name: 'Make the copy' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Edit ${name}`)
  await page.getByText('1. What happened', { exact: true }).click()
  const first = page.getByRole('group', { name: 'Section 1', exact: true })
  await first.getByLabel('Heading').fill('What happened, in short')
  await page.getByText('New section', { exact: true }).last().click()
  const added = page.getByRole('group', { name: 'New section', exact: true })
  await added.getByLabel('Heading').fill('Ledger')
  await added.getByLabel('Question').fill('Which entries had to be corrected, and how do we know that these are all?')
  await page.getByLabel('What changed and why').fill('Ask about the ledger')
  await page.getByRole('button', { name: 'Save as a new version' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByRole('heading', { name: /^Ledger/ })).toBeVisible()
  await expect(page.getByText('Ask about the ledger')).toBeVisible()
  await expectNoViolations(page)
  const address = page.url()
  await page
    .getByRole('link', { name: /^Compare with the one in force/ })
    .first()
    .click()
  await expect(page.getByText('in short').first()).toBeVisible()
  await page.goto(address)

  await page.getByText('Stop offering it', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Stop offering it' }).click()
  await expect(page.getByText('Not offered')).toBeVisible()
})

test('a template is read by everybody and edited by administrators alone', async ({ as }) => {
  const { page } = await as('edgeLead')
  await page.goto('/settings/templates/classic')
  await expect(page.getByRole('heading', { name: 'As a writer sees it' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0)
  expect((await page.goto('/settings/templates/classic/edit'))?.status()).toBe(404)
})

test('a postmortem begun from an incident says what is known, and lists what is not', async ({ as }) => {
  const { page, api } = await as('edgeLead')
  const incident = await api.done('POST', '/incidents', {
    ...{ title: `Purges waited ${unique()}`, severity: 'sev2', kind: 'degradation', team: 'edge-traffic' },
    services: [{ service: 'edge-proxy', role: 'origin' }],
    milestones: { impactStarted: '2026-06-09T10:00:00Z', mitigated: '2026-06-09T10:41:00Z' },
    mechanisms: ['cap.cache'],
  })
  await page.goto(`/postmortems/new?incident=${incident.number}`)
  await expect(page.getByText(/^Why this one:/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page).toHaveURL(/\/edit$/)
  const missing = page.getByRole('region', { name: 'What is missing' })
  await expect(missing.getByText(/^Impact windows: not given yet/)).toBeVisible()
  await expect(
    page
      .getByRole('region', { name: 'From earlier' })
      .getByText(/Same (mechanism|service)/)
      .first(),
  ).toBeVisible()
  await expectNoViolations(page)

  await missing.getByRole('link', { name: 'Questions and template' }).click()
  await page.getByLabel('Template').selectOption({ label: 'Correction of error' })
  await page.getByRole('button', { name: 'Show what would change' }).click()
  await expect(page.getByRole('heading', { name: 'Kept at the end' })).toBeVisible()
  await page.getByRole('button', { name: 'Move it' }).click()
  await expect(page).toHaveURL(/\/edit$/)
  await expect(page.getByText('Why it happened').first()).toBeVisible()
})

test('a near miss is written down in one page', async ({ as }) => {
  const { page } = await as('edgeLead')
  const title = `A purge for staging almost ran in production ${unique()}`
  await page.goto('/incidents')
  await page.getByRole('link', { name: 'Record a near miss' }).click()
  await expectNoViolations(page)
  await page.getByLabel('In one line').fill(title)
  for (const heading of ['What happened', 'Why it was no worse', 'Contributing factors', 'Next'])
    await page.getByLabel(heading).fill(`${heading}: the tool asked twice, and the second answer differed.`)
  await page.getByRole('button', { name: 'Record it' }).click()
  await expect(page).toHaveURL(/\/postmortems\/\d+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
})
