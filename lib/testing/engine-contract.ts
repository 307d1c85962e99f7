import { expect, test } from 'vitest'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { planExercise } from '#lib/exercises/plan.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { retractPostmortem } from '#lib/postmortems/retract.ts'
import { recordRisk } from '#lib/risks/record.ts'
import type { FoundFor } from '#lib/search/find.ts'
import { updateService } from '#lib/services/update.ts'
import { updateTeam } from '#lib/teams/update.ts'
import { library, restricted } from './library.ts'
import type { Name, World } from './world.ts'

/** One way to answer searches, as tests see it. */
export type Searching = {
  cast: () => World
  /** What a running server does after each commit, up to the engine. */
  indexed: () => Promise<void>
  find: (who: Name, q: string) => Promise<FoundFor>
}

/** What stands on the shelf; each engine has to find the same in it. */
export async function shelve(cast: World): Promise<void> {
  const shelf = library(cast)
  const incident = (title: string, severity: string, service: string, impactStarted: string) =>
    cast.done('max', recordIncident, {
      ...{ title, severity, kind: 'outage', team: 'edge', milestones: { impactStarted } },
      services: [{ service, role: 'origin' }],
    })
  const cert = await incident('Handshakes refused', 'sev1', 'edge-proxy', '2026-03-04T10:00:00Z')
  await incident('Config push stalled', 'sev2', 'config-push', '2025-11-20T10:00:00Z')
  const texts: [string, string, Record<string, unknown>?][] = [
    [
      'Expired certificate at the edge',
      'The certificate expired on Sunday. ERR_SSL_PROTOCOL everywhere.',
      { incident: cert.number },
    ],
    ['Database failover', 'The replica lagged and split brain followed; a certificate was blamed for a while.'],
    ['Slow deploys', 'The queue of deploys was long. The brain of the scheduler split the work badly.'],
    ['Ports ran out', 'The range in net.ipv4.ip_local_port_range was too small. Answers were 502.'],
    ['Memory itself', 'The workers were OOMKilled one after another by kubernetes.'],
    ['缓存雪崩导致首页不可用', '缓存同时过期，数据库连接数耗尽。回滚后恢复。'],
    ['Stolen keys', 'The thief used a zeppelin. SECRET_KNOB, 密钥泄露.', restricted],
  ]
  for (const [title, body, extra] of texts) await shelf.drafted(title, body, extra)
  await cast.done('max', recordRisk, {
    ...{ component: 'The only concentrator of the console network', layer: 'network', domain: 'region' },
    ...{ redundancy: 'none', likelihood: 3, impact: 4, detectability: 2, team: 'edge', services: ['edge-proxy'] },
    impactNote: 'Nobody reaches a router by its serial line.',
  })
  await cast.done('max', planExercise, {
    ...{ title: 'Withdraw a route at noon', kind: 'game_day', environment: 'production', target: 'One site' },
    ...{ holds: 'Visitors are answered by the neighbouring town.', plannedOn: '2026-08-01', team: 'edge' },
    services: ['edge-proxy'],
  })
}

const same: [string, string[]][] = [
  ['certificate', ['Database failover', 'Expired certificate at the edge']],
  ['certificte', ['Database failover', 'Expired certificate at the edge']],
  ['certif', ['Database failover', 'Expired certificate at the edge']],
  ['"split brain"', ['Database failover']],
  ['certificate -sunday', ['Database failover']],
  ['ERR_SSL_PROTOCOL', ['Expired certificate at the edge']],
  ['net.ipv4.ip_local_port_range', ['Ports ran out']],
  ['ip_local_port_range', ['Ports ran out']],
  ['502', ['Ports ran out']],
  ['k8s', ['Memory itself']],
  ['缓存雪崩', ['缓存雪崩导致首页不可用']],
  ['数据库', ['缓存雪崩导致首页不可用']],
  ['zeppelin', []],
  ['密钥泄露', []],
  ['SECRET_KNOB', []],
  ['severity:sev1 kind:incident', ['Handshakes refused']],
  ['severity:sev1 -kind:incident', ['Expired certificate at the edge']],
  ['certificate severity:sev1', ['Expired certificate at the edge']],
  ['certificate severity:sev2', []],
  ['service:edge-proxy,config-push kind:incident', ['Config push stalled', 'Handshakes refused']],
  ['before:2026 severity:sev2', ['Config push stalled']],
  ['after:2026-03 before:2026-04 kind:incident', ['Handshakes refused']],
  ['is:draft certificate', ['Database failover', 'Expired certificate at the edge']],
  ['concentrator', ['The only concentrator of the console network']],
  ['serial router', ['The only concentrator of the console network']],
  ['neighbouring town kind:exercise', ['Withdraw a route at noon']],
  ['kind:risk is:open', ['The only concentrator of the console network']],
  ['is:planned service:edge-proxy', ['Withdraw a route at noon']],
  ['the of and', []],
]

/** The same expectations for every engine. */
export function engineContract({ cast, indexed, find }: Searching): void {
  const titles = async (who: Name, q: string) => (await find(who, q)).results.map(({ title }) => title)

  test.each(same)('%s', async (q, expected) => {
    expect((await titles('tom', q)).toSorted()).toEqual(expected.toSorted())
  })

  test('the title counts more than the text', async () => {
    expect((await titles('tom', 'certificate'))[0]).toBe('Expired certificate at the edge')
  })

  test('filters alone list the newest first', async () => {
    expect(await titles('tom', 'kind:incident')).toEqual(['Handshakes refused', 'Config push stalled'])
  })

  test('words are marked, slips as what was meant', async () => {
    const [first] = (await find('tom', 'certificte sunday')).results
    const { text, marks } = first?.snippet ?? { text: '', marks: [] }
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['certificate', 'Sunday'])
  })

  test('counts are of what the actor may find', async () => {
    const kinds = async (who: Name) => {
      const { facets } = await find(who, 'severity:sev1')
      return facets.find(({ field }) => field === 'kind')?.values.map(({ value, count }) => `${value} ${count}`)
    }
    expect(await kinds('tom')).toEqual(['postmortem 1', 'incident 1'])
    expect(await find('gus', 'severity:sev1')).toMatchObject({ results: [], facets: [], more: false })
  })

  test('named people find what is restricted to them', async () => {
    expect(await titles('max', 'zeppelin')).toEqual(['Stolen keys'])
    expect(await titles('ada', 'zeppelin')).toEqual([])
  })

  test('what changed is right at once in what may be seen, and soon in what is found', async () => {
    await cast().done('max', changeVisibility, { number: 2, ...restricted })
    expect(await titles('tom', 'replica')).toEqual([])
    expect((await find('tom', 'certificate')).facets).toEqual([])
    await indexed()
    expect(await titles('max', 'replica')).toEqual(['Database failover'])
    const number = await library(cast()).published('An airship', 'It was a dirigible.')
    await indexed()
    expect(await titles('tom', 'dirigible')).toEqual(['An airship'])
    await cast().done('max', retractPostmortem, { number, reason: 'The facts were wrong.' })
    expect(await titles('tom', 'dirigible')).toEqual([])
    await indexed()
    expect(await titles('max', 'dirigible')).toEqual([])
    expect(await titles('tom', 'airship')).toEqual([])
    expect(await titles('tom', 'airship is:retracted')).toEqual(['An airship'])
    expect(await titles('tom', 'dirigible is:retracted')).toEqual([])
  })

  test('what names a team is found by its new name, and no more by the old one', async () => {
    const item = { title: 'Ask for the renewal by machine', priority: 'p2', team: 'edge', dueOn: '2026-08-01' }
    await cast().done('max', proposeActionItem, item)
    await cast().done('ada', updateTeam, { slug: 'edge', name: 'Zymurgy' })
    await indexed()
    const kindsOf = async (q: string) => new Set((await find('max', q)).results.map(({ kind }) => kind))
    expect(await kindsOf('zymurgy')).toEqual(
      new Set(['postmortem', 'incident', 'action_item', 'risk', 'exercise', 'service']),
    )
    expect(await titles('max', '"edge team"')).toEqual([])
  })

  test('what names a service is found by its new name', async () => {
    await cast().done('ada', updateService, { slug: 'edge-proxy', name: 'Zodiac' })
    await indexed()
    expect((await titles('tom', 'zodiac -kind:service')).toSorted()).toEqual([
      ...['Expired certificate at the edge', 'Handshakes refused'],
      ...['The only concentrator of the console network', 'Withdraw a route at noon'],
    ])
  })
}
