import { png } from '../lib/testing/pictures.ts'
import { addressOf, pagePatterns } from './fixtures/pages.ts'
import {
  FLAGGED,
  LINKED,
  plantGuide,
  plantLinks,
  plantProgram,
  plantRegister,
  plantReview,
  plantTalk,
} from './fixtures/planted.ts'
import { idOf, unique, writeSections } from './fixtures/scene.ts'
import { type Api, expect, people, test, type Visitor, type Who } from './fixtures/test.ts'

/**
 * One restricted incident and postmortem with a word of its own in every field there is. Everybody who was not given
 * access opens every exit the product has; the word must come out of none, and no list may become longer by it.
 */
const base = `qzx${unique()}`
const word = (field: string) => `${base}${field}`
const outsiders: Who[] = ['administrator', 'programManager', 'auditor', 'guest', 'edgeLead', 'networkEngineer']

type Planted = { incident: number; postmortem: number; item: number; owner: string; image: string; beside: string[] }

test.describe.configure({ timeout: 600_000 })

test('a restricted record leaves no trace for those it is hidden from', async ({ as, request }) => {
  const lead = await as('controlLead')
  const strangers = await Promise.all(outsiders.map(async (who) => ({ who, visitor: await as(who) })))
  const before = await Promise.all(strangers.map(({ visitor }) => measure(visitor)))

  const mine = await measure(lead)
  const planted = await plant(lead.api, (await as('platformEngineer')).api, (await as('certificateEngineer')).api)
  await test.step('whoever was given access reads it, and finds it', async () => {
    const page = await lead.page.request.get(`/postmortems/${planted.postmortem}`)
    expect(await page.text()).toContain(word('summary'))
    await expect
      .poll(async () => (await lead.api.get(`/search?q=${word('title')}`)).text(), { timeout: 30_000 })
      .toContain(word('title'))
    expect(await measure(lead), 'their own lists did grow').not.toEqual(mine)
  })

  for (const [index, { who, visitor }] of strangers.entries())
    await test.step(`${people[who]} finds nothing`, async () => {
      expect(await leaksFor(visitor, planted)).toEqual([])
      expect(await measure(visitor), 'lists and totals are as before').toEqual(before[index])
    })

  await test.step('somebody who is not signed in finds nothing', async () => {
    const leaks: string[] = []
    for (const address of pagesOf(planted))
      if (without(address, await (await request.get(address)).text()).includes(base)) leaks.push(address)
    expect(leaks).toEqual([])
  })
})

async function plant(lead: Api, reviewer: Api, outside: Api): Promise<Planted> {
  const at = '2026-03-04T10:00:00Z'
  const incident = Number(
    (
      await lead.done('POST', '/incidents', {
        ...{ title: `Tokens in a log ${word('incident')}`, severity: 'sev2', kind: 'security', team: 'control-plane' },
        ...{ visibility: 'restricted', restrictedReason: 'security', externalId: word('incidentid') },
        services: [{ service: 'control-api', role: 'origin' }],
        milestones: { impactStarted: at, detected: at, mitigated: at, resolved: '2026-03-04T11:00:00Z' },
        windows: [
          {
            ...{ startedAt: at, endedAt: '2026-03-04T11:00:00Z', scope: word('scope'), symptom: word('symptom') },
            ...{ journey: word('windowjourney'), locations: [word('windowplace')] },
          },
        ],
        locations: [{ kind: 'cell', name: word('place') }],
        journeys: [word('journey')],
        detection: { method: 'engineer', source: word('detection'), customer: 'no' },
        trigger: { kind: 'code_rollout', reference: word('trigger') },
        numbers: [{ measure: 'other', value: 3, unit: word('unit'), method: word('method'), certainty: 'rough' }],
        factors: [
          {
            ...{ mechanism: 'sec.credential', role: 'trigger', text: word('factor') },
            evidence: `https://git.example/${word('factorlink')}`,
          },
          { mechanism: 'obs.gap', role: 'detection_gap', text: word('secondfactor') },
        ],
        defences: [{ name: word('defence'), outcome: 'failed', text: word('defencetext') }],
        mitigations: [{ method: 'credential_action', result: 'helped', text: word('mitigation') }],
        roles: [{ role: 'expert', area: word('area'), name: word('holder') }],
        evidence: [{ kind: 'log', title: word('evidence'), url: `https://log.example/${word('evidencelink')}` }],
      })
    ).number,
  )
  await lead.done('POST', `/incidents/${incident}/severity-changes`, {
    ...{ severity: 'sev1', at: '2026-03-04T10:30:00Z', reason: word('severity') },
  })
  // Both ways round, with one that everybody may read: neither end may tell of the other.
  await lead.done('POST', `/incidents/${incident}/relations`, {
    relation: 'caused_by',
    other: LINKED,
    note: word('relation'),
  })
  await lead.done('POST', `/incidents/${incident}/timeline/entries`, {
    ...{ at: '2026-03-04T10:05:00Z', kind: 'action', text: word('entry'), source: word('source') },
    ...{ role: word('role'), link: `https://logs.example/${word('link')}` },
  })
  await lead.done('POST', `/incidents/${incident}/timeline/evidence`, {
    transcript: JSON.stringify([{ time: '2026-03-04T10:07:00Z', from: word('speaker'), text: word('evidence') }]),
  })
  const postmortem = Number(
    (
      await lead.done('POST', '/postmortems', {
        ...{ incident, title: `Tokens in a log ${word('title')}`, template: 'classic', team: 'control-plane' },
        externalId: word('postmortemid'),
      })
    ).number,
  )
  const points = png({ width: 60, height: 1, points: word('image') })
  const added = await lead.send('POST', `/postmortems/${postmortem}/images`, points, { 'content-type': 'image/png' })
  const { id: image, name } = (await added.json()) as { id: string; name: string }
  await writeSections(
    lead,
    postmortem,
    (key) => `${word(key)}\n\n![${word('alt')}](${name})\n\n{{incident:${incident}}}`,
  )
  const hana = await idOf(lead, 'platformEngineer')
  await lead.done('PUT', `/postmortems/${postmortem}/access/${hana}`, { reason: word('grant') })
  await lead.done('PUT', `/incidents/${incident}/access/${hana}`, { reason: word('incidentgrant') })
  await plantTalk(lead, word, postmortem)
  await plantReview(lead, word, { reviewer, outside, postmortem })
  await lead.done('PUT', `/postmortems/${postmortem}/publication`, { note: word('publication') })
  await writeSections(lead, postmortem, (key) => `${word(key)} again`)
  await lead.done('POST', `/postmortems/${postmortem}/amendments`, { note: word('amendment') })
  const item = Number(
    (
      await lead.done('POST', '/action-items', {
        ...{ title: word('item'), doneWhen: word('donewhen'), priority: 'p1', team: 'control-plane', postmortem },
        ...{ dueOn: '2026-02-01', externalId: word('itemid') },
      })
    ).number,
  )
  await lead.done('PATCH', `/action-items/${item}`, {
    ...{ version: 1, shownBy: word('shownby'), incidents: [incident] },
    links: [{ label: word('itemlink'), url: `https://tracker.example/${word('itemurl')}` }],
  })
  const owner = await idOf(lead, 'controlLead')
  await lead.done('PUT', `/action-items/${item}/commitment`, { to: 'accepted', owner, reason: word('commitment') })
  await lead.done('POST', `/action-items/${item}/evidence`, { kind: 'other', note: word('itemevidence') })
  await lead.done('PUT', `/action-items/${item}/progress`, { to: 'blocked', note: word('progress') })
  await plantProgram(lead, word, { incident, postmortem, item })
  await plantGuide(lead, word, { incident, postmortem })
  const beside = [...(await plantRegister(lead, { incident, item })), ...(await plantLinks(lead, word, incident))]
  return { incident, postmortem, item, owner, image, beside }
}

/** The numbers that mean something after the first word of an address: what was planted, and what stands beside it. */
function numbersIn(address: string, { incident, postmortem, item }: Planted): number[] {
  const [, noun = ''] = address.split('/')
  const planted = { incidents: incident, postmortems: postmortem, 'action-items': item }[noun]
  return planted ? [planted, LINKED] : [1]
}

/** Each page, for each of its numbers, and again with the words somebody would search for. */
function pagesOf(planted: Planted): string[] {
  const { postmortem, owner, image } = planted
  const pages = pagePatterns.flatMap((pattern) =>
    numbersIn(pattern, planted).map((number) => addressOf(pattern, { slug: 'control-plane', id: owner, number })),
  )
  const lists = ['/postmortems', '/incidents', '/action-items?status=all', '/search']
  const asked = lists.flatMap((list) => words.map((q) => `${list}${list.includes('?') ? '&' : '?'}q=${q}`))
  const filtered = [
    '/postmortems?team=control-plane',
    '/incidents?team=control-plane',
    '/action-items?team=control-plane&status=all',
    '/action-items?team=control-plane&status=all&as=board',
    '/action-items?team=control-plane&status=all&as=calendar',
    '/action-items?team=control-plane&status=all&by=mechanism',
  ]
  // What was typed before is suggested in the boxes of other incidents.
  const taken = [postmortem, LINKED].flatMap((number) => [
    `/postmortems/${number}/customer-summary/export`,
    `/postmortems/${number}/images/${image}`,
    `/api/v1/postmortems/${number}/images/${image}`,
  ])
  const suggesting = ['where', 'defences', 'windows', 'numbers'].map((part) => `/incidents/${LINKED}/facts/${part}`)
  return [...new Set([...pages, ...asked, ...filtered, ...suggesting, ...taken])]
}

/** Whole words, their beginnings, and a slip of the finger, which search forgives. */
const words = [
  word('title'),
  word('entry'),
  word('item'),
  base,
  base.slice(0, -2),
  `${base.slice(0, 5)}${base.slice(6)}title`,
]

async function leaksFor({ api, context }: Visitor, planted: Planted): Promise<string[]> {
  const leaks: string[] = []
  const look = async (address: string, headers: Record<string, string> = {}) => {
    const answer = await context.request.get(address, { headers, maxRedirects: 3 })
    const text = without(address, await answer.text())
    if (text.includes(base)) leaks.push(`${address} ${Object.keys(headers).join()}`)
    expect(answer.status(), address).toBeLessThan(500)
  }
  const addresses = [
    ...pagesOf(planted),
    ...planted.beside,
    ...words.map((q) => `/api/palette?q=${q}`),
    ...(await endpointsOf(api, planted)),
    ...[`/guides/${FLAGGED}`, `/guides/${FLAGGED}/answers`],
    ...[1, 2, 3, 4, 5].flatMap((program) => [`/programs/${program}`, `/api/v1/programs/${program}/activity`]),
  ]
  // Four at a time keep two cores busy and nobody waiting.
  const queue = [
    ...addresses.map((address) => () => look(address)),
    ...pagesOf(planted)
      .filter((address) => !address.includes('q='))
      .map((address) => () => look(address, { rsc: '1' })),
  ]
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) await next()
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  return leaks
}

/** A search repeats what was asked for; only what it adds to that is a leak. */
function without(address: string, text: string): string {
  const asked = new URL(address, 'http://localhost').searchParams.get('q')
  return asked ? text.replaceAll(asked, '') : text
}

type Description = { paths: Record<string, { get?: unknown }> }

/** Everything that can be read through REST, as the API itself describes it. */
async function endpointsOf(api: Api, planted: Planted): Promise<string[]> {
  const { postmortem, owner } = planted
  const { paths } = (await api.done('GET', '/openapi.json')) as Description
  const readable = Object.entries(paths).filter(([, methods]) => methods.get)
  const direct = readable.flatMap(([path]) =>
    numbersIn(path, planted).map((number) =>
      path
        .replace('{number}', String(number))
        .replace('{id}', owner)
        .replace('{guide}', FLAGGED)
        .replace('{slug}', path.startsWith('/teams') ? 'control-plane' : 'control-api'),
    ),
  )
  const lists = [
    ...[
      '/postmortems?team=control-plane&limit=100',
      '/incidents?team=control-plane&limit=100',
      '/incidents?service=control-api&limit=100',
    ],
    ...['/action-items?status=all&team=control-plane&limit=100', `/action-items?status=all&postmortem=${postmortem}`],
    ...words.map((q) => `/search?q=${q}`),
    ...['html', 'json'].map((format) => `/postmortems/${postmortem}/document?format=${format}&text=working`),
    ...['incidents', 'postmortems'].map((kind) => `/exports/${kind}?team=control-plane&format=json`),
    '/exports/action-items?status=all&team=control-plane',
    '/openapi.json',
  ]
  return [...new Set([...direct, ...lists])].map((path) => `/api/v1${path}`)
}

/** How much there is of the team's, as every list and its totals tell it. No other journey writes for this team. */
async function measure({ api, context }: Visitor): Promise<Record<string, number | string>> {
  const lists = ['/postmortems', '/incidents', '/action-items'].map((path) => `${path}?team=control-plane&limit=100`)
  const lengths = await Promise.all(
    [...lists, `${lists[2]}&status=all`, `${lists[2]}&status=closed`, `${lists[2]}&status=overdue`].map(
      async (path) => {
        const { items } = (await (await api.get(path)).json()) as { items?: unknown[] }
        return [path, items?.length ?? -1] as const
      },
    ),
  )
  const page = await (await context.request.get('/action-items?team=control-plane&status=all')).text()
  const team = await (await api.get('/teams/control-plane')).text()
  return { ...Object.fromEntries(lengths), totals: totalsIn(page), team }
}

/** The numbers beside tabs and choices, of this team alone: other journeys write for the others meanwhile. */
const totalsIn = (html: string): string =>
  [...html.matchAll(/href="(\/action-items\?[^"]*status=[^"]*)"[^>]*>(.*?)<\/a>/g)]
    .filter(([, href = '']) => (href.match(/team=/g) ?? []).length === 1 && href.includes('team=control-plane'))
    .map(([, , inner = '']) => inner.replace(/<[^>]+>/g, ' ').trim())
    .join(' | ')
