import { unique } from './fixtures/scene.ts'
import { expect, test, type Visitor } from './fixtures/test.ts'

/** A night in a channel, copied out of Slack's window. The names are nobody's. */
const transcript = `Tuesday, November 10th
PagerDuty
APP  11:41 PM
[FIRING] edge-lis 5xx ratio above 2 % for 5 minutes
Marta Reis
  11:43 PM
looking
11:44 PM
purge queue is at 40k and growing
Kenji Ito
  11:47 PM
I think the 22:30 config push did it
11:49 PM
paging the storage on-call
Marta Reis
  11:52 PM
declaring a SEV2, I have the incident
11:55 PM
status page says investigating
Kenji Ito
  11:58 PM
let's go back to the config of 22:10
Wednesday, November 11th
Marta Reis
  12:03 AM
rolling back lis now
12:09 AM
errors are down, queue is draining
Kenji Ito
  12:30 AM
all clear, closing the incident
`

async function recorded({ api }: Visitor): Promise<number> {
  const made = await api.done('POST', '/incidents', {
    ...{ title: `Slow purges ${unique()}`, severity: 'sev2', kind: 'degradation', team: 'edge-traffic' },
    ...{ zone: 'Europe/Lisbon', milestones: { impactStarted: '2026-11-10T23:30:00Z' } },
  })
  return Number(made.number)
}

test('a lead pastes a Slack transcript and builds a story of ten lines @both', async ({ as }) => {
  test.setTimeout(180_000)
  const lead = await as('edgeLead')
  const { page } = lead
  const number = await recorded(lead)
  await page.goto(`/incidents/${number}/timeline`)
  await page.getByRole('link', { name: 'Bring in a transcript' }).click()
  await page.getByLabel('Transcript', { exact: true }).fill(transcript)
  await page.getByRole('combobox', { name: /Times are in/ }).selectOption({ label: 'Lisbon, the incident’s zone' })
  await page.getByRole('button', { name: 'Show how it is read' }).click()
  await expect(page.getByText('Copied from Slack: 11 messages.')).toBeVisible()
  await expect(page.getByRole('cell', { name: '2026-11-11 00:03' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Role Marta Reis' }).fill('Incident lead')
  await page.getByRole('checkbox', { name: /replace the names/ }).check()
  await page.getByRole('button', { name: 'Keep as evidence' }).click()
  await expect(page).toHaveURL(/pane=evidence/)

  const evidence = page.getByRole('region', { name: 'Evidence' })
  const story = page.getByRole('region', { name: 'Story' })
  await expect(evidence.getByText('Marta Reis')).toHaveCount(0)
  for (let told = 0; told < 10; told += 1) {
    await evidence
      .getByRole('button', { name: /^Tell “/ })
      .first()
      .click()
    await expect(story.getByRole('link', { name: /^Change “/ })).toHaveCount(told + 1)
  }
  await expect(story.getByRole('img', { name: 'The incident in lanes' })).toBeVisible()

  await story.getByRole('link', { name: /^Change “.*FIRING/ }).click()
  await story.getByLabel('What happened').fill('The alert for errors in Lisbon fires.')
  await story.getByLabel('Time (Europe/Lisbon)').fill('2026-11-10 23:38')
  await story.getByRole('button', { name: 'Save the line' }).click()
  await expect(story.getByRole('link', { name: /Say why the time differs/ })).toBeVisible()
  await story.getByLabel('Why the time is put right').fill('The alert names the minute it was evaluated.')
  await story.getByRole('button', { name: 'Save the line' }).click()
  await expect(story.getByText('Told as 23:41 before. Corrected: The alert names the minute')).toBeVisible()

  await story.getByRole('link', { name: /^Change “The alert for errors/ }).click()
  await story.getByLabel('This entry is the milestone').selectOption({ label: 'Detected' })
  await story.getByRole('button', { name: 'Mark' }).click()
  await expect(story.getByText('Detected', { exact: true }).first()).toBeVisible()

  await story.getByRole('button', { name: /^Set aside “.*looking/ }).click()
  await expect(story.getByRole('link', { name: /^Change “/ })).toHaveCount(9)
  await expect(evidence.getByRole('button', { name: /^Tell “/ })).toHaveCount(2)
  await page.goto(`/incidents/${number}`)
  await expect(page.getByText('The alert for errors in Lisbon fires.').filter({ visible: true }).first()).toBeVisible()
  await expect(page.getByText(/min without an entry while users were affected/)).toHaveCount(0)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the same is done with plain forms, and the panes are tabs on a phone', async ({ as, browser, baseURL }) => {
    const lead = await as('edgeLead')
    const number = await recorded(lead)
    const context = await browser.newContext({
      ...{
        javaScriptEnabled: false,
        storageState: await lead.context.storageState(),
        viewport: { width: 390, height: 844 },
      },
      ...(baseURL && { baseURL }),
    })
    const page = await context.newPage()
    await page.goto(`/incidents/${number}/timeline/import`)
    await page.getByLabel('Transcript', { exact: true }).fill('23:41 the alert fires\n25:99 somebody answers')
    await page.getByRole('button', { name: 'Show how it is read' }).click()
    await expect(page.getByText('Lines that begin with a time: 2 messages.')).toBeVisible()
    await page.getByRole('button', { name: 'Keep as evidence' }).click()
    await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Story' })).toBeHidden()
    await page.getByRole('button', { name: 'Tell “the alert fires” in the story' }).click()
    await page.getByRole('navigation', { name: 'Panes' }).getByRole('link', { name: /Story/ }).click()
    const story = page.getByRole('region', { name: 'Story' })
    await expect(story.getByRole('link', { name: 'Change “the alert fires”' })).toBeVisible()
    await context.close()
  })
})
