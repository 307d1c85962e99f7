import { xssVectors } from '../lib/testing/xss-vectors.ts'
import { unique } from './fixtures/scene.ts'
import { expect, test } from './fixtures/test.ts'

/** All that people who mean harm write, in every field that is shown, before a real browser. */
test('hostile text is text: nothing runs, nothing is fetched, no policy has to step in', async ({ as }) => {
  const { page, api, context } = await as('edgeLead')
  const alarms: string[] = []
  await page.exposeBinding('alert', (_, what) => alarms.push(`alert ${what}`))
  page.on('dialog', (dialog) => {
    alarms.push(`dialog ${dialog.message()}`)
    return dialog.dismiss()
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`refused by policy: ${violatedDirective} ${blockedURI}`),
    )
  })
  const { host } = new URL((await context.request.get('/')).url())
  context.on('request', (request) => {
    const address = new URL(request.url())
    if (/^https?:$/.test(address.protocol) && address.host !== host) alarms.push(`request to ${address.host}`)
  })

  const word = unique()
  // Line by line too, because a list, a quote or a table changes what a parser sees.
  const text = xssVectors.flatMap((vector) => [vector, `> - ${vector}`]).join('\n\n')
  const harm = `<img src=x onerror=alert(1)> ${word}`
  const incident = await api.done('POST', '/incidents', {
    ...{ title: harm, severity: 'sev3', kind: 'degradation', team: 'edge-traffic' },
    services: [{ service: 'edge-proxy', role: 'origin' }],
    windows: [{ startedAt: '2026-03-04T10:00:00Z', scope: harm, symptom: harm }],
  })
  for (const vector of [harm, '[x](javascript:alert(1))', '"><script>alert(1)</script>'])
    await api.done('POST', `/incidents/${incident.number}/timeline/entries`, {
      at: '2026-03-04T10:05:00Z',
      kind: 'action',
      text: vector,
      source: vector,
    })
  const { number } = await api.done('POST', '/postmortems', {
    incident: incident.number,
    title: harm,
    template: 'light',
    team: 'edge-traffic',
  })
  const { sections } = (await api.done('GET', `/postmortems/${number}/sections`)) as {
    sections: { key: string; version: number }[]
  }
  await api.done('PATCH', `/postmortems/${number}`, {
    sections: sections.map(({ key, version }) => ({ key, version, body: text })),
  })
  await api.done('PUT', `/postmortems/${number}/publication`, { note: text.slice(0, 1_900) })
  const item = await api.done('POST', '/action-items', {
    title: harm,
    doneWhen: '[x](javascript:alert(1))',
    priority: 'p2',
    team: 'edge-traffic',
    dueOn: '2030-01-01',
    postmortem: number,
  })

  for (const address of [
    `/postmortems/${number}`,
    `/postmortems/${number}/history`,
    `/postmortems/${number}/edit`,
    `/incidents/${incident.number}`,
    `/action-items/${item.number}`,
    `/search?q=${word}`,
    '/',
  ]) {
    await page.goto(address)
    await expect(page.getByRole('main')).toBeVisible()
    // Everything that waits for a hand: focus, hover and a click on each link of what was written.
    for (const link of await page.getByRole('main').getByRole('link', { name: /^x$/ }).all()) {
      const protocol = await link.evaluate((element) => (element as HTMLAnchorElement).protocol)
      expect(['http:', 'https:', 'mailto:'], address).toContain(protocol)
      await link.focus()
    }
    const executable = await page
      .getByRole('main')
      .evaluate((main) =>
        [...main.querySelectorAll('*')].flatMap((element) => [
          ...(/^(IFRAME|OBJECT|EMBED|BASE|STYLE|META)$/.test(element.tagName) ? [element.tagName] : []),
          ...[...element.attributes]
            .filter(({ name }) => name.startsWith('on'))
            .map(({ name }) => `${element.tagName} ${name}`),
        ]),
      )
    expect(executable, address).toEqual([])
  }
  expect(alarms).toEqual([])
})
