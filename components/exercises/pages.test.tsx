import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ExerciseFields } from '#components/exercises/exercise-fields.tsx'
import { Findings } from '#components/exercises/findings.tsx'
import { FinishFields } from '#components/exercises/finish-fields.tsx'
import { ExposureMatrix } from '#components/exposure/exposure-matrix.tsx'
import { TargetList } from '#components/exposure/target-list.tsx'
import { RiskFields } from '#components/risks/risk-fields.tsx'
import { UiTextProvider } from '#components/ui/ui-text.tsx'
import messages from '#content/messages/en.json' with { type: 'json' }
import { FinishExerciseInput, PlanExerciseInput } from '#lib/exercises/schema.ts'
import { UpdateRiskInput } from '#lib/risks/schema.ts'
import { readForm } from '#lib/web/form-data.ts'

const html = (page: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <UiTextProvider value={messages.ui.islands}>{page}</UiTextProvider>
    </NextIntlClientProvider>,
  )
const nothing = async () => ({})
const place = { slug: 'edge-proxy', name: 'Edge Proxy', tier: 0, team: { slug: 'edge', name: 'Edge' } }
const cell = {
  ...{ id: 'a', sweep: 3, mechanism: 'chg.config', service: place, state: 'exposed' as const, aged: true },
  ...{ url: '', note: 'Everything at once.', at: '2026-01-01T00:00:00.000Z' },
}
const choices = { teams: [], people: [], services: [], programs: [], risks: [] }

test('the matrix tells its cells in words, and leads to the answer', () => {
  const page = html(<ExposureMatrix cells={[cell, { ...cell, id: 'b', mechanism: 'nam.cert', state: 'unanswered' }]} />)
  expect(page).toContain('aria-label="Edge Proxy: Exposed, older than 180 days"')
  expect(page).toContain('href="/exposure/3#edge-proxy"')
  expect(page).toContain('Not answered')
})

test('an exposed service can become an item by whoever may, and is answered by its team', () => {
  const given = { ...{ answer: 'exposed' as const, by: 'Max', at: '2026-01-01T20:00:00.000Z' }, note: '', url: '' }
  const target = { ...cell, answers: [given], items: [], risks: [] }
  const list = (answers: string[], mayRecord: boolean) =>
    html(
      <TargetList
        targets={[target]}
        answers={answers}
        actionOf={() => nothing}
        mayRecord={mayRecord}
        zone="Asia/Tokyo"
      />,
    )
  expect(list(['edge-proxy'], true)).toContain('/action-items/new?target=a')
  expect(list(['edge-proxy'], true)).toContain('Answer again for Edge Proxy')
  expect(list([], false)).toContain('2 Jan 2026')
  expect(list([], false)).not.toContain('<form')
  expect(list([], false)).not.toContain('/action-items/new')
})

test('a finding leads to an item and to the register', () => {
  const finding = {
    id: 'f',
    ordinal: 1,
    text: 'Late.',
    severity: 'high' as const,
    mechanism: 'obs.gap',
    items: [],
    risks: [],
  }
  const page = html(<Findings findings={[finding]} mayFollow />)
  expect(page).toContain('/action-items/new?finding=f')
  expect(page).toContain('Missing signal')
})

/** The form as a browser would send it, with everything as it stands there. */
function sent(markup: string, more: [string, string][] = []): FormData {
  const form = new FormData()
  for (const [field] of markup.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) {
    const name = /\sname="([^"]+)"/.exec(field)?.[1]
    if (!name || /type="(?:checkbox|radio)"/.test(field) || more.some(([given]) => given === name)) continue
    form.append(name, /\svalue="([^"]*)"/.exec(field)?.[1] ?? '')
  }
  for (const [name, value] of more) form.append(name, value)
  return form
}

test('the form of an exercise is what the command takes', () => {
  const begun = { team: 'edge', zone: 'UTC', plannedOn: '2026-06-10', risks: [] }
  const markup = html(<ExerciseFields choices={choices} begun={begun} />)
  const form = sent(markup, [
    ...([
      ['title', 'Lose a host'],
      ['kind', 'game_day'],
      ['environment', 'staging'],
      ['team', 'edge'],
    ] as [string, string][]),
    ...([
      ['target', 'one host'],
      ['holds', 'nothing is seen'],
      ['preconditions', 'One\nTwo'],
    ] as [string, string][]),
    ...([
      ['abortRules.0.condition', 'Errors'],
      ['abortRules.0.automatic', 'on'],
      ['incidents.1', '12'],
    ] as [string, string][]),
  ])
  const { raw, problems } = readForm(PlanExerciseInput, form)
  expect(problems).toEqual([])
  expect(PlanExerciseInput.parse(raw)).toMatchObject({
    ...{
      preconditions: ['One', 'Two'],
      incidents: [12],
      steadyStates: [],
      automated: false,
      fault: null,
      services: [],
    },
    abortRules: [{ condition: 'Errors', automatic: true, tested: false }],
  })
})

test('the result of a load test is what the command takes', () => {
  const form = sent(html(<FinishFields kind="load_test" />), [
    ...([
      ['outcome', 'confirmed'],
      ['summary', 'It held.'],
      ['detection', 'in_time'],
      ['response', 'worked'],
    ] as [string, string][]),
    ...([
      ['load.peak', '90'],
      ['load.limits.0.resource', 'CPU'],
      ['load.limits.0.load', '110.5'],
    ] as [string, string][]),
  ])
  const { raw } = readForm(FinishExerciseInput, form)
  expect(FinishExerciseInput.parse({ ...raw, number: 1 })).toMatchObject({
    load: { peak: 90, saturation: null, limits: [{ resource: 'CPU', load: 110.5 }], sites: [] },
  })
})

test('the form of an entry can take away what was ticked', () => {
  const form = sent(html(<RiskFields choices={choices} />), [['impact', '4']])
  const { raw } = readForm(UpdateRiskInput, form)
  expect(raw).toMatchObject({ breakGlass: false, services: [], incidents: [], items: [], impact: 4 })
})
