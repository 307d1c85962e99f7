import { beforeEach, describe, expect, test } from 'vitest'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { shippedSettings } from '#lib/digests/model.ts'
import { setMail } from '#lib/digests/set-mail.ts'
import { listNotifications } from '#lib/notifications/queries.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { mailRoom } from '#lib/testing/mail-room.ts'
import { type World, world } from '#lib/testing/world.ts'

const { sink, sentTo, turn: turnOf } = await mailRoom()
const given = await testDatabase()
let cast: World
const at = (text: string) => new Date(text)
const turn = (now: Date) => turnOf(cast, now)

describe('a P0 that is late while those it belongs to sleep', () => {
  // Half past eight in Singapore, an hour before the mail of the day; half past one in Lisbon.
  const early = at('2026-07-02T00:30:00Z')
  beforeEach(async () => {
    await given.empty()
    cast = await world(given)
    sink.received.length = 0
    sink.refuse(false)
    const promise = { title: 'Cap retries', priority: 'p0', team: 'edge', dueOn: '2026-07-01', doneWhen: 'Shown.' }
    const { number } = await cast.done('max', proposeActionItem, { ...promise, owner: cast.personIds.max })
    await cast.done('max', decideActionItem, { number, to: 'accepted', owner: cast.personIds.max })
    await cast.database.asOwner((db) =>
      db.person.update({ where: { id: cast.personIds.ines }, data: { zone: 'Asia/Singapore' } }),
    )
  })

  test('is mailed at once and once, to whoever of the chain is awake', async () => {
    await Promise.all([turn(early), turn(early)])
    await turn(at('2026-07-02T00:40:00Z'))
    await turn(at('2026-07-02T01:40:00Z'))
    expect(sink.received.map(({ to }) => to)).toEqual(['ines@northlight.example'])
    expect(sink.received[0]?.data).toContain('Subject: One thing in Firebreak cannot wait')
  })

  test('is lost to no mail server that was down, and wakes nobody for it', async () => {
    sink.refuse(true)
    await turn(early)
    sink.refuse(false)
    await turn(at('2026-07-02T13:00:00Z'))
    expect(sentTo('ines')).toEqual([])
    await turn(at('2026-07-03T00:10:00Z'))
    await turn(at('2026-07-03T00:40:00Z'))
    expect(sentTo('ines')).toHaveLength(1)
  })

  test('waits in the inbox of whoever wants no mail', async () => {
    await cast.done('ines', setMail, { ...shippedSettings, pace: 'never' })
    await turn(early)
    expect(sink.received).toEqual([])
    const inbox = await cast.read('ines', (work) => listNotifications(work, { limit: 50 }))
    expect(inbox.items).toMatchObject([{ kind: 'item_escalated', readAt: null }])
  })
})
