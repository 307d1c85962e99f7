import { unique } from './fixtures/scene.ts'
import { type Api, expect, expectNoViolations, test } from './fixtures/test.ts'

/** Two of the control team, half a year apart, that share what cannot be a coincidence. */
async function twoAlike(lead: Api) {
  const shared = `err_token_cache_${unique()}`
  const record = async (title: string, day: string) => {
    const facts = { severity: 'sev3', kind: 'degradation', team: 'control-plane', mechanisms: ['cap.cache'] }
    const { number } = await lead.done('POST', '/incidents', {
      ...{ title, ...facts, services: [{ service: 'control-api', role: 'origin' }] },
      milestones: { impactStarted: `${day}T10:00:00Z` },
    })
    const entry = { at: `${day}T10:05:00Z`, kind: 'observation', text: `Every node logs ${shared}.` }
    await lead.done('POST', `/incidents/${number}/timeline/entries`, entry)
    return Number(number)
  }
  const earlier = await record(`Tokens refused ${unique()}`, '2026-01-14')
  return { shared, earlier, later: await record(`Tokens refused again ${unique()}`, '2026-06-11') }
}

test('what was seen before is shown with reasons, proposed by one and confirmed by another @both', async ({ as }) => {
  const [lead, engineer] = [await as('controlLead'), await as('networkEngineer')]
  const { shared, earlier, later } = await twoAlike(lead.api)

  const { page } = engineer
  const seen = page.getByRole('region', { name: 'Seen before?' })
  await expect(async () => {
    await page.goto(`/incidents/${later}`)
    await expect(seen.getByText(new RegExp(`Both name ${shared}`)).first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  await expectNoViolations(page)
  await seen.getByRole('button', { name: `Propose to link with INC-${earlier} as a repeat` }).click()
  await expect(seen.getByText('Arjun Menon proposes')).toBeVisible()

  await lead.page.goto(`/incidents/${earlier}`)
  const asked = lead.page.getByRole('region', { name: 'Seen before?' })
  await expect(asked.getByText('Repeated by')).toBeVisible()
  await asked.getByRole('button', { name: `Confirm the link with INC-${later}` }).click()
  await expect(lead.page.getByRole('region', { name: 'Related incidents' })).toContainText(`INC-${later}`)
  await expect(asked.getByText('proposes')).toHaveCount(0)
})

test('what is not related is said once, and does not come up again @both', async ({ as }) => {
  const { page, api } = await as('controlLead')
  const { earlier, later } = await twoAlike(api)
  await page.goto(`/incidents/${later}`)
  const seen = page.getByRole('region', { name: 'Seen before?' })
  const other = seen.getByRole('link', { name: new RegExp(`^INC-${earlier} `) })
  await expect(other).toBeVisible()
  await seen.getByRole('button', { name: `Not related to INC-${earlier}` }).click()
  await expect(other).toHaveCount(0)
  await page.goto(`/incidents/${earlier}`)
  await expect(seen.getByRole('link', { name: new RegExp(`^INC-${later} `) })).toHaveCount(0)
  await page.goto(`/incidents/${later}/history`)
  await expect(page.getByText(`said that it is not related to INC-${earlier}`)).toBeVisible()
})
