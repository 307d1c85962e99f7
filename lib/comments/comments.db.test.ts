import { beforeEach, describe, expect, test } from 'vitest'
import { mentionOf } from '#lib/mentions.ts'
import { listNotifications } from '#lib/notifications/queries.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { publishPostmortem } from '#lib/postmortems/publish.ts'
import { getWorkingText } from '#lib/postmortems/queries.ts'
import { requestReview } from '#lib/postmortems/request-review.ts'
import { decideReview } from '#lib/reviews/decide.ts'
import { testDatabase } from '#lib/testing/database.ts'
import { type Name, type World, world } from '#lib/testing/world.ts'
import { acceptSuggestion } from './accept.ts'
import { declineSuggestion } from './decline.ts'
import { listMentionable, listThreads } from './queries.ts'
import { replyToThread } from './reply.ts'
import { reopenThread, resolveThread } from './resolve.ts'
import { rewordComment, takeBackComment } from './reword.ts'
import { startThread } from './start.ts'

const BODY = 'Answers were stale for twelve minutes in Lisbon.'

let cast: World
let number: number
let keys: string[]
let section: string
beforeEach(async () => {
  const fresh = await testDatabase()
  await fresh.empty()
  cast = await world(fresh)
  const drafted = await cast.done('max', draftPostmortem, { title: 'Stale answers', template: 'light', team: 'edge' })
  number = drafted.number
  keys = drafted.sections.map(({ key }) => key)
  section = keys[0] ?? ''
  await write(BODY)
})

async function write(body: string, where = [section]) {
  const { sections } = await cast.read('max', (work) => getWorkingText(work, number))
  await cast.done('max', editPostmortem, {
    number,
    sections: sections.filter(({ key }) => where.includes(key)).map(({ key, version }) => ({ key, version, body })),
  })
}
const versionOf = async () => {
  const { sections } = await cast.read('max', (work) => getWorkingText(work, number))
  return sections.find(({ key }) => key === section)?.version ?? -1
}
const bodyOf = async () => {
  const { sections } = await cast.read('max', (work) => getWorkingText(work, number))
  return sections.find(({ key }) => key === section)?.body
}
const threadsOf = async (who: Name) =>
  (await cast.read(who, (work) => listThreads(work, { number, state: 'all', limit: 100 }))).items
const inbox = async (who: Name) =>
  (await cast.read(who, (work) => listNotifications(work, { limit: 50 }))).items.map(({ kind }) => kind)
const about = (quote: string, text = 'Since when?') => ({ number, section, quote, text })

async function publish() {
  await write(BODY, keys)
  await cast.done('max', requestReview, { number, reviewers: [cast.personIds.tom] })
  await cast.done('tom', decideReview, { number, verdict: 'approve' })
  await cast.done('max', publishPostmortem, { number })
}

describe('a thread about words', () => {
  test('follows them through edits before, within and after', async () => {
    const { id } = await cast.done('tom', startThread, about('twelve minutes'))
    await write(`In the morning, answers were stale for about twelve long minutes in Lisbon and Porto.`)
    const [thread] = await threadsOf('ines')
    const body = await bodyOf()
    expect(thread).toMatchObject({ id, quote: 'twelve minutes', gone: false, state: 'open' })
    expect(body?.slice(thread?.place?.from, thread?.place?.to)).toBe('twelve long minutes')
  })

  test('says so when the words are gone, and keeps them', async () => {
    await cast.done('tom', startThread, about('twelve minutes'))
    await write('Nothing is known yet.')
    expect(await threadsOf('max')).toMatchObject([{ quote: 'twelve minutes', place: null, gone: true }])
  })

  test('is taken where an editor saw it, moved over what came meanwhile', async () => {
    const version = await versionOf()
    const from = BODY.indexOf('Lisbon')
    await write(`Again: ${BODY}`)
    const place = { version, from, to: from + 6 }
    expect(await cast.done('tom', startThread, { ...about(''), ...place })).toMatchObject({ quote: 'Lisbon' })
    await write('Gone.')
    expect(await cast.execute('tom', startThread, { ...about(''), ...place })).toMatchObject({
      problem: { kind: 'conflict' },
    })
  })

  test('is found by its words where the updates are forgotten', async () => {
    await cast.done('tom', startThread, about('twelve minutes'))
    await write(`Again: ${BODY}`)
    await cast.database.asOwner((db) => db.sectionUpdate.deleteMany({}))
    const [thread] = await threadsOf('max')
    expect((await bodyOf())?.slice(thread?.place?.from, thread?.place?.to)).toBe('twelve minutes')
  })

  test('needs words that stand there, and a section that is there', async () => {
    expect(await cast.execute('tom', startThread, about('thirteen minutes'))).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'quote' }] },
    })
    expect(await cast.execute('tom', startThread, { ...about(''), section: 'nowhere' })).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'section' }] },
    })
    expect(await cast.execute('tom', startThread, about('Lisbon', ' '))).toMatchObject({ problem: { kind: 'invalid' } })
    expect(await threadsOf('max')).toEqual([])
  })
})

describe('talking', () => {
  test('goes on, is settled and opened again, and tells those who take part', async () => {
    const { id: thread } = await cast.done('tom', startThread, about('Lisbon'))
    await cast.done('max', replyToThread, { number, thread, text: 'Since noon.' })
    expect(await cast.done('ines', resolveThread, { number, thread })).toMatchObject({
      state: 'resolved',
      resolution: { person: { id: cast.personIds.ines } },
    })
    expect(await cast.execute('max', resolveThread, { number, thread })).toMatchObject({
      problem: { kind: 'conflict' },
    })
    expect(await cast.done('tom', reopenThread, { number, thread })).toMatchObject({ state: 'open', resolution: null })
    expect(await inbox('max')).toEqual(['commented'])
    expect(await inbox('tom')).toEqual(['commented'])
    expect((await cast.events()).slice(-4)).toEqual([
      'comment.started',
      'comment.replied',
      'comment.resolved',
      'comment.reopened',
    ])
  })

  test('one’s own words can be changed, with the earlier ones kept, and taken back', async () => {
    const { id: thread, comments } = await cast.done('tom', startThread, about('Lisbon', 'Which region?'))
    const comment = comments[0]?.id ?? ''
    const reworded = await cast.done('tom', rewordComment, { number, comment, text: 'Which city?' })
    expect(reworded.comments).toMatchObject([{ text: 'Which city?', earlier: [{ text: 'Which region?' }] }])
    expect(await cast.execute('max', rewordComment, { number, comment, text: 'No.' })).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    expect(await cast.done('tom', takeBackComment, { number, comment })).toMatchObject({
      ...{ id: thread, state: 'resolved' },
      comments: [{ text: null, earlier: [] }],
    })
    expect(await cast.execute('tom', takeBackComment, { number, comment })).toMatchObject({
      problem: { kind: 'conflict' },
    })
  })

  test('is among those who see the working text: after publication, those who edit it', async () => {
    await cast.done('tom', startThread, about('Lisbon'))
    expect(await cast.execute('gus', startThread, about('Lisbon'))).toMatchObject({ problem: { kind: 'not_found' } })
    expect(await cast.execute('omar', startThread, about('Lisbon'))).toMatchObject({ problem: { kind: 'forbidden' } })
    await publish()
    expect(await threadsOf('tom')).toEqual([])
    expect(await threadsOf('ines')).toHaveLength(1)
    expect(await cast.execute('tom', startThread, about('Lisbon'))).toMatchObject({ problem: { kind: 'forbidden' } })
    const heard = await cast.read('tom', ({ db }) => db.event.findMany({ where: { subjectKind: 'comment' } }))
    expect(heard).toEqual([])
    const revisions = await cast.read('max', ({ db }) => db.revision.findMany())
    expect(JSON.stringify(revisions)).not.toContain('Since when?')
  })
})

describe('a mention', () => {
  test('in a comment lands in the inbox once, however often the comment is reworded', async () => {
    const { comments } = await cast.done('tom', startThread, about('Lisbon', 'What do you think, @vera?'))
    const comment = comments[0]
    expect(comment?.text).toContain(mentionOf({ id: cast.personIds.vera, name: 'vera' }))
    await cast.done('tom', rewordComment, { number, comment: comment?.id, text: `${comment?.text} Today?` })
    expect(await inbox('vera')).toEqual(['mentioned'])
    const [told] = (await cast.read('vera', (work) => listNotifications(work, { limit: 5 }))).items
    expect(told?.subject?.href).toBe(`/postmortems/${number}/comments#c-${comment?.id}`)
  })

  test('in the text lands there once, whoever writes it again', async () => {
    const name = mentionOf({ id: cast.personIds.vera, name: 'vera' })
    await write(`${BODY} ${name} knows.`)
    await write(BODY)
    await write(`${BODY} ${name} knows more.`)
    expect(await inbox('vera')).toEqual(['mentioned'])
  })

  test('says who could not open it, and tells them nothing', async () => {
    const people = await cast.read('max', (work) => listMentionable(work, number))
    const reads = Object.fromEntries(people.map(({ name, reads }) => [name, reads]))
    expect(reads).toMatchObject({ vera: true, tom: true, gus: false })
    await cast.done('tom', startThread, about('Lisbon', 'Hello @gus'))
    expect(await inbox('gus')).toEqual([])
  })
})

describe('a suggestion', () => {
  const suggest = (replacement: string) =>
    cast.done('tom', startThread, { number, section, quote: 'twelve minutes', replacement })

  test('that is accepted becomes part of the text, as an edit of whoever accepts', async () => {
    const { id: thread } = await suggest('thirteen minutes')
    expect(await cast.execute('tom', acceptSuggestion, { number, thread })).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    await write(`Again: ${BODY}`)
    expect(await cast.done('ines', acceptSuggestion, { number, thread })).toMatchObject({
      ...{ state: 'accepted', gone: false },
    })
    expect(await bodyOf()).toBe('Again: Answers were stale for thirteen minutes in Lisbon.')
    const [newest] = await cast.read('max', ({ db }) =>
      db.sectionUpdate.findMany({ orderBy: { version: 'desc' }, where: { key: section }, take: 1 }),
    )
    expect(newest?.personId).toBe(cast.personIds.ines)
    expect(await inbox('tom')).toEqual(['suggestion_decided'])
    expect((await cast.events()).slice(-2)).toEqual(['comment.suggestion_accepted', 'postmortem.edited'])
    expect(await cast.execute('max', reopenThread, { number, thread })).toMatchObject({ problem: { kind: 'conflict' } })
  })

  test('is not applied to words that changed, and the conflict shows both', async () => {
    const { id: thread } = await suggest('thirteen minutes')
    await write(BODY.replace('twelve minutes', 'twelve long minutes'))
    expect(await cast.execute('max', acceptSuggestion, { number, thread })).toMatchObject({
      problem: { kind: 'conflict', current: { stands: 'twelve long minutes', suggested: 'thirteen minutes' } },
    })
    expect(await bodyOf()).toContain('twelve long minutes')
    expect(await threadsOf('max')).toMatchObject([{ state: 'open' }])
  })

  test('is declined with a word, by whoever edits or whoever made it', async () => {
    const { id: thread } = await suggest('thirteen minutes')
    expect(await cast.execute('vera', declineSuggestion, { number, thread })).toMatchObject({
      problem: { kind: 'forbidden' },
    })
    expect(await cast.execute('max', resolveThread, { number, thread })).toMatchObject({
      problem: { kind: 'conflict' },
    })
    const note = 'The alert says twelve.'
    expect(await cast.done('max', declineSuggestion, { number, thread, note })).toMatchObject({
      ...{ state: 'declined', resolution: { note } },
    })
    await cast.done('tom', reopenThread, { number, thread })
    expect(await cast.done('tom', declineSuggestion, { number, thread })).toMatchObject({ state: 'declined' })
    expect(await bodyOf()).toBe(BODY)
  })

  test('may be to leave words out', async () => {
    const { id: thread } = await cast.done('tom', startThread, {
      ...{ number, section, quote: ' for twelve minutes', replacement: '' },
    })
    await cast.done('max', acceptSuggestion, { number, thread })
    expect(await bodyOf()).toBe('Answers were stale in Lisbon.')
  })

  test('accepted by ten at once is applied once', async () => {
    const { id: thread } = await suggest('thirteen minutes')
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => cast.execute('max', acceptSuggestion, { number, thread })),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await bodyOf()).toBe(BODY.replace('twelve', 'thirteen'))
  })
})
