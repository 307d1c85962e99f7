import { collab, getSyncedVersion, sendableUpdates } from '@codemirror/collab'
import { ChangeSet, EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeBetween } from './change-between.ts'
import {
  applyUpdates,
  mapPlace,
  readUpdate,
  rebase,
  receive,
  refuseBrokenText,
  simpleChange,
  textOf,
  Unusable,
  type Update,
} from './model.ts'

const insert = (client: string, body: string, at: number, text: string) => ({
  clientID: client,
  changes: ChangeSet.of({ from: at, insert: text }, body.length),
})

describe('updates', () => {
  test('made in the same text are moved over those that came first', () => {
    const first = insert('a', 'packet', 0, 'lost ')
    const second = rebase([insert('b', 'packet', 6, 's')], [first])
    expect(applyUpdates('packet', [first, ...second])).toBe('lost packets')
  })

  test('that had arrived before are left out, so sending again is harmless', () => {
    const sent = [insert('a', 'x', 1, 'y'), insert('a', 'xy', 2, 'z')]
    expect(rebase(sent, sent)).toEqual([])
    expect(rebase(sent, sent.slice(0, 1))).toHaveLength(1)
  })

  test('arrive in whatever portions, and the text is the same', () => {
    const body = 'before LINE after'
    const gone = { clientID: 'b', changes: ChangeSet.of({ from: 7, to: 11 }, body.length) }
    const instead = { clientID: 'b', changes: ChangeSet.of({ from: 7, insert: 'line' }, body.length - 4) }
    const mine = insert('a', body, 7, 'my ')
    const typed = typedIn('a', body).update({ changes: mine.changes }).state
    const apart = [gone, instead].reduce((state, one) => receive(state, [one]).at(-1)?.state ?? state, typed)
    const together = receive(typed, [gone, instead]).at(-1)?.state
    const stored = applyUpdates(body, [gone, instead, ...rebase([mine], [gone, instead])])
    expect([apart.doc.toString(), together?.doc.toString()]).toEqual([stored, stored])
  })

  test('of three who type, send and hear at random end in one text', () => {
    const step = fc.record({
      who: fc.nat({ max: 2 }),
      does: fc.constantFrom('types', 'types', 'sends', 'hears'),
      at: fc.nat({ max: 4 }),
      length: fc.nat({ max: 2 }),
      insert: fc.constantFrom('', 'x', 'yy', '\n'),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
        const server = serverOf('ab\ncd')
        const people = ['a', 'b', 'c'].map((name) => server.join(name))
        for (const { who, does, ...change } of steps) people[who]?.[does](change)
        for (const person of [...people, ...people]) person.settles()
        expect(new Set(people.map((person) => person.text()))).toEqual(new Set([server.text()]))
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    ['not a change set', { client: 'a', changes: [[1, 2, 'x']] as unknown, body: 'short' }],
    ['numbers that are none', { client: 'a', changes: [-4], body: 'short' }],
    ['made in a longer text', { client: 'a', changes: [40, [0, 'x']], body: 'short' }],
    ['an object', { client: 'a', changes: {}, body: 'short' }],
  ])('that are %s are refused', (_, { body, ...sent }) => {
    expect(() => applyUpdates(body, [readUpdate(sent)])).toThrow(Unusable)
  })

  test.each(['a\0b', 'a\rb', 'half \ud83d'])('leave no text behind that a form would have repaired: %j', (body) => {
    expect(() => refuseBrokenText(body)).toThrow(Unusable)
  })

  test('carry a place along', () => {
    const update = insert('a', 'the cache failed', 4, 'edge ')
    expect(mapPlace(4, [update])).toBe(9)
    expect(mapPlace(4, [update], -1)).toBe(4)
    expect(mapPlace(2, [update])).toBe(2)
  })
})

// Characters of every length, so that a change is tempted to cut one in two.
const text = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\n', '故', '\u{1f525}', '\u{1f526}', 'é'),
  maxLength: 60,
})

describe('the change between two texts', () => {
  test.each([
    ['one piece', simpleChange],
    ['word by word', changeBetween],
  ])('in %s leads from one to the other', (_, between) => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(between(before, after).apply(textOf(before)).toString()).toBe(after)
      }),
      { numRuns: 400 },
    )
  })

  test('in one piece never cuts a character in two', () => {
    const change = simpleChange('a\u{1f525}b', 'a\u{1f526}b')
    change.iterChanges((from, to, _from, _to, inserted) => {
      expect([from, to, inserted.toString()]).toEqual([1, 3, '\u{1f526}'])
    })
  })

  test('word by word leaves alone what did not change', () => {
    const change = changeBetween('The edge cache failed twice.', 'The edge resolver failed once.')
    expect(change.mapPos('The edge cache fa'.length)).toBe('The edge resolver fa'.length)
  })
})

const typedIn = (client: string, doc: string) =>
  EditorState.create({ doc, extensions: collab({ startVersion: 0, clientID: client }) })

type Typed = { at: number; length: number; insert: string }

/** The server's side without its database, and editors that hear as many updates at a time as they like. */
function serverOf(body: string) {
  const kept: Update[] = []
  const join = (name: string) => {
    let state = typedIn(name, body)
    const hear = (count: number) => {
      const version = getSyncedVersion(state)
      state = receive(state, kept.slice(version, version + count)).at(-1)?.state ?? state
    }
    const sends = () => {
      const own = sendableUpdates(state).map(({ changes }) => ({ clientID: name, changes }))
      kept.push(...rebase(own, kept.slice(getSyncedVersion(state))))
    }
    return {
      types: ({ at, length, insert }: Typed) => {
        const from = Math.min(at, state.doc.length)
        const to = Math.min(from + length, state.doc.length)
        state = state.update({ changes: { from, to, insert: textOf(insert) } }).state
      },
      sends,
      hears: ({ length }: Typed) => hear(length + 1),
      settles: () => {
        sends()
        hear(kept.length)
      },
      text: () => state.doc.toString(),
    }
  }
  return { join, text: () => applyUpdates(body, kept) }
}
