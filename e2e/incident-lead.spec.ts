import type { Page } from '@playwright/test'
import { hands, rewrite } from './fixtures/hands.ts'
import { unique } from './fixtures/scene.ts'
import { expect, expectNoViolations, test } from './fixtures/test.ts'

/** Fills every section of the edit page that is open. */
async function write(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').first().waitFor()
  for (const section of await page.locator('.cm-content').all()) await rewrite(section, text)
}

/** All that a review of a SEV2 asks of its incident, but for how it was noticed. */
const facts = {
  ...{ severity: 'sev2', kind: 'degradation', team: 'edge-traffic', zone: 'UTC' },
  services: [{ service: 'edge-proxy', role: 'origin' }],
  milestones: {
    ...{ impactStarted: '2026-11-10T23:30:00Z', detected: '2026-11-10T23:38:00Z' },
    mitigated: '2026-11-11T00:10:00Z',
  },
  windows: [{ startedAt: '2026-11-10T23:30:00Z', endedAt: '2026-11-11T00:10:00Z', scope: 'Sites behind Lisbon' }],
  locations: [{ kind: 'region', name: 'Lisbon' }],
  trigger: { kind: 'network_change' },
  factors: [
    { mechanism: 'net.bgp', role: 'trigger', text: 'Two terms stood in the wrong order.' },
    { mechanism: 'ctl.guard-failed', role: 'enabler', text: 'The check read the policy of another site.' },
  ],
  defences: [{ name: 'Policy check', outcome: 'failed' }],
  mitigations: [{ method: 'rollback', result: 'helped' }],
}

test('what a review and a publication wait for is said with the place to mend it, until nothing is missing @both', async ({
  as,
}) => {
  test.setTimeout(180_000)
  const { page, api } = await as('edgeLead')
  const word = `Quokka${unique()}`
  const made = await api.done('POST', '/incidents', {
    ...facts,
    title: `${word} routes were withdrawn in the wrong order`,
  })
  const incident = Number(made.number)
  await api.done('POST', `/incidents/${incident}/timeline/entries`, {
    ...{ at: '2026-11-10T23:38:00Z', kind: 'alert', text: 'Errors in Lisbon are above 2 %.' },
  })

  await page.goto(`/incidents/${incident}`)
  await page.getByRole('link', { name: 'Write the postmortem' }).first().click()
  await expect(page.getByLabel('Title')).toHaveValue(`${word} routes were withdrawn in the wrong order`)
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page).toHaveURL(/\/edit$/)
  const address = page.url().replace('/edit', '')
  await write(page, `The ${word} policy matched before the drain had finished: https://graphs.example/${word}`)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page).toHaveURL(address)
  await expect(page.getByText('This is a draft')).toBeVisible()

  const ask = async () => {
    await page.goto(`${address}/review`)
    await page.getByRole('checkbox', { name: 'Beatriz Nogal' }).check()
    await page.getByRole('button', { name: 'Ask for a review' }).click()
  }
  await ask()
  const refusal = page.getByRole('alert').filter({ has: page.getByRole('link') })
  await expect(refusal).toBeFocused()
  await expectNoViolations(page)
  await refusal.getByRole('link', { name: 'How it was detected: not given yet.' }).click()
  await page.getByLabel('How it was noticed').selectOption({ label: 'Threshold alert' })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/incidents/${incident}#`))
  await ask()
  await expect(page).toHaveURL(address)
  await expect(page.getByText('In review', { exact: true })).toBeVisible()

  const reviewer = (await as('edgeEngineer')).page
  await reviewer.goto(`${address}/review`)
  await reviewer.getByRole('radio', { name: /^Approve/ }).check()
  await reviewer.getByRole('button', { name: 'Send' }).click()
  await expect(reviewer.getByText('Approved', { exact: true }).first()).toBeVisible()

  const idea = {
    title: `Check ${word} against its own site`,
    priority: 'p2',
    team: 'edge-traffic',
    dueOn: '2027-03-01',
  }
  const { number } = await api.done('POST', '/action-items', { ...idea, postmortem: Number(address.split('/').at(-1)) })
  await page.goto(`${address}/publication`)
  await page.getByRole('button', { name: 'Publish' }).click()
  await refusal.getByRole('link', { name: `Nobody has decided about AI-${number}` }).click()
  await expect(page).toHaveURL(/#undecided$/)
  await api.done('PUT', `/action-items/${number}/commitment`, { to: 'declined', reason: 'The policy goes away.' })
  await page.goto(`${address}/publication`)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page).toHaveURL(address)
  await expect(page.getByText('Published', { exact: true }).first()).toBeVisible()

  const auditor = (await as('auditor')).page
  await expect(async () => {
    await auditor.goto(`/search?q=${word}`)
    await expect(auditor.getByRole('link', { name: new RegExp(word) }).first()).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await auditor
    .getByRole('link', { name: new RegExp(word) })
    .first()
    .click()
  await expect(auditor.getByRole('heading', { level: 1 })).toContainText(word)
  await expect(auditor.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0)
})

const lines = `23:22 A change to the withdrawal policy is pushed to Lisbon
23:30 Errors rise behind Lisbon
23:38 The alert on 5xx fires
23:40 The on-call acknowledged
23:45 Declared a SEV2
23:51 Looks like it is the new policy
23:58 Let's go back to the policy of yesterday
00:04 Rolled back in Lisbon
00:10 Errors are down
00:20 All clear`

test('a lead takes a SEV2 from new to in review with fewer than sixty presses, boxes and choices', async ({ as }) => {
  test.setTimeout(180_000)
  const { page } = await as('edgeLead')
  const hand = hands(page)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const word = unique()

  await hand.go('/incidents/new')
  await hand.fill(page.getByLabel('Title'), `Sites behind Lisbon answered with errors ${word}`)
  await hand.check(page.getByRole('radio', { name: /^SEV2/ }))
  await hand.choose(page.getByLabel('Kind'), 'Degradation')
  await hand.choose(page.getByLabel('Team', { exact: true }), 'Edge Traffic')
  await hand.fill(page.getByLabel('Impact started'), '2026-11-10T23:30')
  await hand.fill(page.getByLabel('Detected'), '2026-11-10T23:38')
  await hand.fill(page.getByLabel('Mitigated'), '2026-11-11T00:10')
  const service = page.getByRole('group', { name: 'Service 1' })
  await hand.choose(service.getByLabel('Service'), 'Edge Proxy')
  await hand.choose(service.getByLabel('Its part'), 'Origin')
  await hand.click(page.getByText('Impact windows', { exact: true }))
  const reach = page.getByRole('group', { name: 'Window 1' })
  await hand.fill(reach.getByLabel('From'), '2026-11-10T23:30')
  await hand.fill(reach.getByLabel('Until'), '2026-11-11T00:10')
  await hand.fill(reach.getByLabel('Who or what was affected'), 'Sites behind Lisbon')
  await hand.click(button('Record the incident'))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(word)
  const incident = page.url()

  await hand.click(page.getByRole('link', { name: 'Edit the timeline' }))
  await hand.click(page.getByText('Paste many lines'))
  await hand.fill(page.getByLabel('Lines', { exact: true }), lines)
  await hand.click(button('Show what they become'))
  await hand.click(button('Add them all'))
  await expect(page.getByRole('link', { name: /^Change “/ })).toHaveCount(10)

  await hand.go(`${incident}/facts/factors`)
  const told = [
    ['Routing', 'Set it off', 'Two terms of the policy stood in the wrong order.'],
    ['Guard rail failed', 'Made it possible', 'The check read the policy of another site.'],
    ['Rollout too fast', 'Made it worse', 'All routers took the policy within a minute.'],
  ] as const
  for (const [index, [mechanism, role, text]] of told.entries()) {
    const factor = page.getByRole('group', { name: `Factor ${index + 1}` })
    await hand.choose(factor.getByLabel('Mechanism'), mechanism)
    await hand.choose(factor.getByLabel('The part it played'), role)
    await hand.fill(factor.getByLabel('How, in one sentence'), text)
  }
  await hand.click(button('Save'))
  await expect(page).toHaveURL(`${incident}#factors`)
  await hand.go(`${incident}/facts/detection`)
  await hand.choose(page.getByLabel('How it was noticed'), 'Threshold alert')
  await hand.click(button('Save'))
  await expect(page).toHaveURL(`${incident}#detection`)

  await hand.click(page.getByRole('link', { name: 'Write the postmortem' }).first())
  await hand.click(page.getByText('Change template, title, team or readers'))
  await hand.check(page.getByRole('radio', { name: /^Classic/ }))
  await hand.click(button('Begin'))
  await expect(page).toHaveURL(/\/edit$/)
  const address = page.url().replace('/edit', '')
  await page.locator('.cm-content').first().waitFor()
  const section = (name: string) => page.getByRole('textbox', { name, exact: true })
  await hand.write(section('Summary'), 'For 40 minutes, one request in nine behind Lisbon failed.')
  await hand.write(section('Impact'), 'Sites behind Lisbon, 11 % of requests: https://graphs.example/lisbon')
  await hand.write(section('Trigger'), 'A new withdrawal policy reached the routers.')
  await hand.write(
    section('Contributing factors'),
    '- The terms stood in the wrong order.\n- The check read another site.',
  )
  await hand.write(section('Defences'), '- The policy check was there and read the policy of another site.')
  await hand.write(section('Lessons'), '- A check that names what it read can be seen to be wrong.')
  await hand.click(button('Done'))
  await expect(page).toHaveURL(address)

  for (const title of ['Let the policy check name the site it read', 'Push policies to one router first']) {
    await hand.go(`/action-items/new?postmortem=${address.split('/').at(-1)}`)
    await hand.fill(page.getByLabel('Title'), `${title} ${word}`)
    await hand.click(button('Add the action item'))
    await expect(page).toHaveURL(/\/action-items\/\d+$/)
  }

  await hand.go(`${address}/review`)
  await hand.check(page.getByRole('checkbox', { name: 'Beatriz Nogal' }))
  await hand.click(button('Ask for a review'))
  await expect(page).toHaveURL(address)
  await expect(page.getByText('In review', { exact: true })).toBeVisible()
  expect(hand.count()).toBeLessThan(60)
})

test('a published text changes only with a note, and can be taken back with a reason', async ({ page, become }) => {
  await become('Tomás Vidigal')
  await page.goto('/postmortems/new')
  await page.getByLabel('Title').fill('Amended, then taken back')
  await page.getByRole('radio', { name: /^Light/ }).check()
  await page.getByRole('combobox', { name: 'Team' }).selectOption({ label: 'Edge Traffic' })
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page).toHaveURL(/\/edit$/)
  const address = page.url().replace('/edit', '')
  await write(page, 'Twelve minutes.')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page).toHaveURL(address)
  await page.goto(`${address}/publication`)
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(page).toHaveURL(address)

  await page.goto(`${address}/edit`)
  await write(page, 'Fourteen minutes.')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('Twelve minutes.').first()).toBeVisible()
  await page.goto(`${address}/publication`)
  await page.getByLabel('What changed, and why').fill('Recounted the duration.')
  await page.getByRole('button', { name: 'Amend' }).click()
  await expect(page.getByText('Fourteen minutes.').first()).toBeVisible()
  await expect(page.getByText('Recounted the duration.').first()).toBeVisible()

  await page.goto(`${address}/history?from=1&to=2`)
  await expect(page.getByRole('insertion').first()).toHaveText('Fourteen')

  await page.goto(`${address}/publication`)
  await page.getByLabel('Reason').fill('It told of another incident.')
  await page.getByRole('button', { name: 'Retract' }).click()
  await expect(page.getByText('It told of another incident.').first()).toBeVisible()
  await expect(page.getByText('Fourteen minutes.')).toHaveCount(0)
})
