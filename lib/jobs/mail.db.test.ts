import { beforeEach, describe, expect, test } from 'vitest'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { getActionItem } from '#lib/action-items/queries.ts'
import { isQuiet, shippedSettings } from '#lib/digests/model.ts'
import { setMail } from '#lib/digests/set-mail.ts'
import { markInbox } from '#lib/notifications/mark-all.ts'
import { listNotifications } from '#lib/notifications/queries.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { mailRoom, origin } from '#lib/testing/mail-room.ts'
import { type Name, NOW, type World, world } from '#lib/testing/world.ts'
import { lapseProposals } from './lapse-proposals.ts'
import { remind } from './remind.ts'

const { sink, sentTo, turn: turnOf } = await mailRoom()

let cast: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
  sink.received.length = 0
  sink.refuse(false)
})

const turn = (now: Date) => turnOf(cast, now)
const at = (text: string) => new Date(text)

async function item(extra: Record<string, unknown> = {}): Promise<number> {
  const { number } = await cast.done('max', proposeActionItem, {
    ...{
      title: 'Cap retries at 10 %',
      priority: 'p1',
      team: 'edge',
      dueOn: '2026-07-01',
      doneWhen: 'A test shows it.',
    },
    ...{ owner: cast.personIds.max, ...extra },
  })
  await cast.done('max', decideActionItem, { number, to: 'accepted', owner: cast.personIds.max })
  return number
}
const kinds = async (who: Name) =>
  (await cast.read(who, (work) => listNotifications(work, { limit: 50 }))).items.map(
    ({ kind, says }) => `${kind}: ${says}`,
  )

describe('what is said of a promise', () => {
  test('widens from its owner to the team and to program managers, and goes on every month', async () => {
    await item()
    const heard = async (day: string) => {
      await remind(cast.database, at(`${day}T12:00:00Z`))
      return Promise.all((['max', 'olga', 'pia'] as const).map(async (who) => (await kinds(who)).length))
    }
    expect(await heard('2026-06-23')).toEqual([0, 0, 0])
    expect(await heard('2026-06-24')).toEqual([1, 0, 0])
    expect(await heard('2026-06-30')).toEqual([2, 0, 0])
    expect(await heard('2026-07-01')).toEqual([2, 0, 0])
    expect(await heard('2026-07-02')).toEqual([3, 1, 0])
    expect(await heard('2026-07-08')).toEqual([4, 2, 1])
    expect(await heard('2026-07-15')).toEqual([5, 3, 2])
    expect(await heard('2026-07-31')).toEqual([6, 4, 3])
    expect(await heard('2026-08-29')).toEqual([6, 4, 3])
    expect(await heard('2026-08-30')).toEqual([7, 5, 4])
    expect((await kinds('max'))[0]).toContain('more than a month ago. Plan it again')
  })

  test('that nobody decides about is declined a week after it was said, and can be accepted after all', async () => {
    await cast.done('max', proposeActionItem, { title: 'Cap it', priority: 'p2', team: 'edge', dueOn: '2026-07-20' })
    const state = async () => (await cast.read('max', (work) => getActionItem(work, 1))).commitment.kind
    // An instance that was off for weeks says it first.
    await lapseProposals(cast.database, at('2026-07-01T12:00:00Z'))
    await remind(cast.database, at('2026-07-01T12:00:00Z'))
    await lapseProposals(cast.database, at('2026-07-07T12:00:00Z'))
    expect(await state()).toBe('proposed')
    await Promise.all([1, 2].map(() => lapseProposals(cast.database, at('2026-07-08T12:00:00Z'))))
    expect(await state()).toBe('declined')
    for (const who of ['max', 'olga'] as const)
      expect((await kinds(who)).filter((kind) => kind.startsWith('item_lapsed'))).toHaveLength(1)
    expect((await cast.events()).filter((name) => name === 'action_item.decided')).toHaveLength(1)
    await cast.done('max', decideActionItem, { number: 1, to: 'proposed' }, at('2026-07-09T12:00:00Z'))
    await remind(cast.database, at('2026-07-15T12:00:00Z'))
    expect((await kinds('olga')).filter((kind) => kind.startsWith('item_undecided'))).toHaveLength(1)
    await remind(cast.database, at('2026-07-16T12:00:00Z'))
    await lapseProposals(cast.database, at('2026-07-22T12:00:00Z'))
    expect(await state()).toBe('proposed')
    await lapseProposals(cast.database, at('2026-07-23T12:00:00Z'))
    expect(await state()).toBe('declined')
    await cast.done(
      'max',
      decideActionItem,
      {
        number: 1,
        to: 'accepted',
        owner: cast.personIds.max,
        doneWhen: 'Shown.',
      },
      at('2026-07-24T12:00:00Z'),
    )
    expect(await state()).toBe('accepted')
  })

  test('of which a P0 is late goes to whoever of the chain is awake while those it belongs to sleep', async () => {
    await item({ priority: 'p0' })
    const escalated = async () =>
      (
        await Promise.all(
          (['max', 'olga', 'ines', 'pia', 'tom'] as const).map(async (who) =>
            (await kinds(who)).some((kind) => kind.startsWith('item_escalated')) ? [who] : [],
          ),
        )
      ).flat()
    await cast.database.asOwner((db) =>
      db.person.update({ where: { id: cast.personIds.pia }, data: { zone: 'Asia/Singapore' } }),
    )
    await remind(cast.database, at('2026-07-02T12:00:00Z'))
    expect(await escalated()).toEqual([])
    await remind(cast.database, at('2026-07-03T03:00:00Z'))
    await remind(cast.database, at('2026-07-03T04:00:00Z'))
    expect(await escalated()).toEqual(['pia'])
    expect((await kinds('pia')).filter((kind) => kind.startsWith('item_escalated'))).toHaveLength(1)
  })

  test('that waits for a decision goes to whoever proposed it and to the team', async () => {
    await cast.done('max', proposeActionItem, { title: 'Cap it', priority: 'p2', team: 'edge', dueOn: '2026-07-20' })
    await remind(cast.database, at('2026-06-16T12:00:00Z'))
    expect(await kinds('olga')).toEqual([])
    await remind(cast.database, at('2026-06-17T12:00:00Z'))
    expect(await kinds('olga')).toEqual([
      'item_undecided: It was proposed on 10 Jun 2026 and waits for a decision. If nobody decides within a week, it is declined.',
    ])
    expect(await kinds('max')).toHaveLength(1)
  })

  test('whose risk was accepted comes back to whoever accepted it', async () => {
    const number = await item()
    const until = '2026-08-01'
    await cast.done('max', decideActionItem, {
      ...{ number, to: 'risk_accepted', until, approver: cast.personIds.olga, reason: 'The vendor moves in July.' },
    })
    await remind(cast.database, at('2026-07-31T12:00:00Z'))
    expect(await kinds('olga')).toContain('risk_ends: Its risk is accepted until 1 Aug 2026. Decide again.')
    await remind(cast.database, at('2026-08-02T12:00:00Z'))
    expect(await kinds('olga')).toContain('risk_ends: Its risk was accepted until 1 Aug 2026. Decide again.')
  })
})

describe('a digest', () => {
  test('is one mail a day with what waits unread, and links that answer', async () => {
    const number = await item({ dueOn: '2026-06-11' })
    await item({ dueOn: '2026-06-12', title: 'Alert on retries' })
    await turn(at('2026-06-11T06:30:00Z'))
    expect(sink.received).toEqual([])
    await turn(at('2026-06-11T08:10:00Z'))
    await turn(at('2026-06-11T09:10:00Z'))
    expect(sentTo('max')).toHaveLength(1)
    const [mail] = sentTo('max')
    expect(mail?.from).toBe('firebreak@northlight.example')
    expect(mail?.data).toContain('Subject: 2 things wait for you in Firebreak')
    expect(mail?.data.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(
      `${origin}/action-items/${number}/answer?with=blocked`,
    )
  })

  test('leaves out what was read before, and comes never to whoever wants none', async () => {
    await item({ dueOn: '2026-06-11' })
    await remind(cast.database, NOW)
    await cast.done('max', markInbox, { until: NOW.toISOString() })
    await turn(at('2026-06-11T08:10:00Z'))
    expect(sink.received).toEqual([])
    await cast.done('max', setMail, { ...shippedSettings, pace: 'never' })
    await turn(at('2026-06-12T08:10:00Z'))
    expect(sentTo('max')).toEqual([])
    expect(sentTo('olga')).toHaveLength(1)
  })

  test('its hour is not within quiet hours', async () => {
    const refused = await cast.execute('max', setMail, { pace: 'day', hour: 21, quietFrom: 20, quietUntil: 8 })
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'invalid', fields: [{ field: 'hour' }] } })
  })

  test('many processes at once make and send one', async () => {
    await item({ dueOn: '2026-06-11' })
    await Promise.all(Array.from({ length: 6 }, () => turn(at('2026-06-11T08:10:00Z'))))
    await turn(at('2026-06-11T08:30:00Z'))
    expect(sentTo('max')).toHaveLength(1)
  })

  test('with the mail server down for a day nothing is lost, nothing comes twice, and nothing at night', async () => {
    await item({ dueOn: '2026-06-12' })
    await item({ dueOn: '2026-06-13', title: 'Alert on retries' })
    sink.refuse(true)
    for (let hour = 8; hour < 36; hour++) await turn(new Date(Date.UTC(2026, 5, 11, hour)))
    expect(sink.received).toEqual([])
    sink.refuse(false)
    const sent: Date[] = []
    for (let hour = 36; hour < 60; hour++) {
      const [now, before] = [new Date(Date.UTC(2026, 5, 11, hour)), sentTo('max').length]
      await turn(now)
      if (sentTo('max').length > before) sent.push(now)
    }
    // Thursday’s and Friday’s, both late; the day after is a Saturday.
    expect(sentTo('max').map(({ data }) => /Message-ID: (\S+)/i.exec(data)?.[1])).toHaveLength(2)
    expect(new Set(sentTo('max').map(({ data }) => /Message-ID: (\S+)/i.exec(data)?.[1])).size).toBe(2)
    expect(sent.every((now) => !isQuiet(now, 'Europe/Lisbon', shippedSettings))).toBe(true)
  })

  test('that could not go out before quiet hours waits for their end', async () => {
    await item({ dueOn: '2026-06-11' })
    sink.refuse(true)
    await turn(at('2026-06-11T18:50:00Z'))
    sink.refuse(false)
    await turn(at('2026-06-11T19:30:00Z'))
    await turn(at('2026-06-12T03:00:00Z'))
    expect(sentTo('max')).toEqual([])
    await turn(at('2026-06-12T07:30:00Z'))
    expect(sentTo('max')).toHaveLength(1)
  })
})

test('in a year of five zones that set their clocks, each step is told once, in one mail, by day', {
  timeout: 300_000,
}, async () => {
  const zones = {
    max: 'Europe/Lisbon',
    ines: 'America/New_York',
    olga: 'Australia/Lord_Howe',
    tom: 'America/Santiago',
    vera: 'Africa/Casablanca',
  } as const
  const names = Object.keys(zones) as (keyof typeof zones)[]
  await cast.database.asOwner(async (db) => {
    for (const name of names)
      await db.person.update({ where: { id: cast.personIds[name] }, data: { zone: zones[name] } })
    await db.membership.deleteMany({ where: { role: 'owner' } })
  })
  // Due around every change of clocks, and two months before the year ends, so that each is late by a month too.
  const dates = [
    '2026-06-28',
    '2026-09-07',
    '2026-10-05',
    '2026-10-26',
    '2026-11-02',
    '2027-02-15',
    '2027-03-15',
    '2027-03-29',
  ]
  for (const name of names)
    for (const dueOn of dates) {
      const input = { title: `${name} ${dueOn}`, priority: 'p2', team: 'edge', dueOn, doneWhen: 'It is shown.' }
      const { number } = await cast.done('max', proposeActionItem, { ...input, owner: cast.personIds[name] })
      await cast.done('max', decideActionItem, { number, to: 'accepted', owner: cast.personIds[name] })
    }
  for (let step = 0; step < 365 * 3; step++) {
    const [now, before] = [new Date(NOW.getTime() + step * 8 * 3_600_000), sink.received.length]
    await turn(now)
    for (const { to } of sink.received.slice(before)) {
      const zone = zones[to.slice(0, to.indexOf('@')) as keyof typeof zones]
      expect(isQuiet(now, zone, shippedSettings)).toBe(false)
    }
  }
  const told = await cast.database.asOwner((db) =>
    db.notification.findMany({
      where: { kind: 'item_due', personId: { in: names.map((name) => cast.personIds[name]) } },
    }),
  )
  const steps = (days: number) => told.filter(({ data }) => (data as { days: number }).days === days).length
  // The first is due in less than three weeks, and still every step of each has its turn.
  for (const days of [-7, -1, 1, 7, 14, 30, 60])
    expect([days, steps(days)]).toEqual([days, names.length * dates.length])
  expect(told.every(({ digestId }) => digestId !== null)).toBe(true)
  const ids = sink.received.map(({ data }) => /Message-ID: (\S+)/i.exec(data)?.[1])
  expect(new Set(ids).size).toBe(ids.length)
  const digests = await cast.database.asOwner((db) => db.digest.findMany())
  expect(digests.every(({ sentAt }) => sentAt !== null)).toBe(true)
  expect(digests).toHaveLength(ids.length)
})
