import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { drafted } from '#lib/testing/library.ts'
import { type World, world } from '#lib/testing/world.ts'
import { draftPostmortem } from './draft.ts'
import { editPostmortem } from './edit.ts'
import { getWorkingText } from './queries.ts'

let cast: World
beforeEach(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
})

describe('writing at the same time', () => {
  test('a stale section is refused with the text that stands, and nothing is written', async () => {
    const number = await drafted(cast)
    await cast.done('ines', editPostmortem, { number, sections: [{ key: 'summary', version: 2, body: 'From Ines.' }] })
    const outcome = await cast.execute('max', editPostmortem, {
      number,
      sections: [
        { key: 'summary', version: 2, body: 'From Max.' },
        { key: 'impact', version: 2, body: 'Also Max.' },
      ],
    })
    expect(outcome).toMatchObject({
      problem: { kind: 'conflict', current: { sections: [{ key: 'summary', body: 'From Ines.', version: 3 }] } },
    })
    const { sections } = await cast.read('max', (work) => getWorkingText(work, number))
    expect(sections.find(({ key }) => key === 'impact')?.body).not.toContain('Also Max')
  })

  test('of ten saves of the same version at once exactly one wins', async () => {
    const number = await drafted(cast)
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        cast.execute(index % 2 ? 'max' : 'ines', editPostmortem, {
          number,
          sections: [{ key: 'summary', version: 2, body: `Text ${index}` }],
        }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.problem.kind === 'conflict')).toHaveLength(9)
  })
})

describe('input', () => {
  test.each([
    [{ title: 'x', template: 'classic', team: 'edge', state: 'published' }, 'state'],
    [{ title: { not: '' }, template: 'classic', team: 'edge' }, 'title'],
    [{ title: 'a\0b', template: 'classic', team: 'edge' }, 'title'],
    [{ title: 'x', template: 'poem', team: 'edge' }, 'template'],
    [{ title: 'x', template: 'classic', team: 'nowhere' }, 'team'],
    [{ title: 'x'.repeat(201), template: 'classic', team: 'edge' }, 'title'],
    [{ title: 'x', template: 'classic', team: 'edge', visibility: 'restricted' }, 'restrictedReason'],
  ])('%j names the field to mend', async (input, field) => {
    expect(await cast.execute('max', draftPostmortem, input)).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field }] },
    })
  })
})
