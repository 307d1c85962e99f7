import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { library, restricted } from '#lib/testing/library.ts'
import { type World, world } from '#lib/testing/world.ts'

let cast: World
let shelf: ReturnType<typeof library>
const shelved = {
  'Browsers refuse the handshake':
    'Clients saw ERR_SSL_PROTOCOL and gave up. The alert EdgeProxyHighLatency came late.',
  'Ports ran out': 'The range in net.ipv4.ip_local_port_range was too small; max_connections=100 did the rest.',
  'Drained too fast':
    'Somebody ran kubectl drain on node-7 with --ignore-daemonsets. Answers were 502 for nine minutes.',
  'Oracle was full': 'The log says ORA-01555 and then E11000, in /etc/resolv.conf of all places.',
  'Protocol of a meeting': 'We spoke about connections, ranges of local ports and the drain in the kitchen.',
  缓存雪崩导致首页不可用: '缓存同时过期，数据库连接数耗尽。回滚后恢复。',
  证书过期: '边缘节点的证书在周日过期，没有人收到提醒。DNS 没有问题。',
  'Mixed 语言 report': 'The 数据库 failover was slow. 主从延迟 reached 40 seconds.',
}

beforeAll(async () => {
  const test = await testDatabase()
  await test.empty()
  cast = await world(test)
  shelf = library(cast)
  for (const [title, body] of Object.entries(shelved)) await shelf.drafted(title, body)
  await shelf.drafted('Secret', 'Only here: net.secret.knob_of_doom, 密钥泄露, zeppelin.', restricted)
  await shelf.indexed()
})

describe('error strings, alert names, commands and config keys', () => {
  test.each<[string, string]>([
    ['ERR_SSL_PROTOCOL', 'Browsers refuse the handshake'],
    ['err_ssl_protocol', 'Browsers refuse the handshake'],
    ['err_ssl_pro', 'Browsers refuse the handshake'],
    ['EdgeProxyHighLatency', 'Browsers refuse the handshake'],
    ['high latency', 'Browsers refuse the handshake'],
    ['net.ipv4.ip_local_port_range', 'Ports ran out'],
    ['ip_local_port_range', 'Ports ran out'],
    ['net.ipv4', 'Ports ran out'],
    ['max_connections', 'Ports ran out'],
    ['kubectl drain', 'Drained too fast'],
    ['"kubectl drain"', 'Drained too fast'],
    ['--ignore-daemonsets', 'Drained too fast'],
    ['502', 'Drained too fast'],
    ['node-7', 'Drained too fast'],
    ['ORA-01555', 'Oracle was full'],
    ['E11000', 'Oracle was full'],
    ['/etc/resolv.conf', 'Oracle was full'],
    ['resolv', 'Oracle was full'],
  ])('%s', async (q, expected) => {
    expect((await shelf.titles('tom', q))[0]).toBe(expected)
  })
})

describe('Chinese', () => {
  test.each<[string, string[]]>([
    ['缓存雪崩', ['缓存雪崩导致首页不可用']],
    ['雪崩', ['缓存雪崩导致首页不可用']],
    ['数据库', ['Mixed 语言 report', '缓存雪崩导致首页不可用']],
    ['证书过期', ['证书过期', '缓存雪崩导致首页不可用']],
    ['"证书过期"', ['证书过期']],
    ['数据库 failover', ['Mixed 语言 report', '缓存雪崩导致首页不可用']],
    ['主从延迟', ['Mixed 语言 report']],
    ['过期 -证书', ['缓存雪崩导致首页不可用']],
    ['连接数耗尽', ['缓存雪崩导致首页不可用']],
  ])('%s', async (q, expected) => {
    expect(await shelf.titles('tom', q)).toEqual(expected)
  })

  test('what was looked for is marked as one', async () => {
    const [first] = await shelf.results('tom', '边缘节点')
    const { text, marks } = first?.snippet ?? { text: '', marks: [] }
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['边缘节点'])
  })
})

test('words that mean the same are found, after those that were asked for', async () => {
  await shelf.drafted('Held back by a synonym', 'The pods were OOMKilled on every k8s node.')
  await shelf.drafted('Memory itself', 'The process ran out of memory, and kubernetes restarted it.')
  await shelf.indexed()
  expect((await shelf.titles('tom', 'oom')).slice(0, 2)).toContain('Held back by a synonym')
  expect(await shelf.titles('tom', 'kubernetes')).toEqual(
    ['Memory itself', 'Held back by a synonym', 'Drained too fast'].slice(0, 2),
  )
  expect((await shelf.titles('tom', 'out of memory'))[0]).toBe('Memory itself')
})

test('whole words and pairs of a hidden record are as unknown as any other', async () => {
  for (const q of ['net.secret.knob_of_doom', 'knob_of', '密钥泄露', '密钥', 'net.secret.kn']) {
    expect({ q, titles: (await shelf.titles('tom', q)).filter((title) => title === 'Secret') }).toEqual({
      q,
      titles: [],
    })
    expect({ q, titles: await shelf.titles('max', q) }).toEqual({ q, titles: expect.arrayContaining(['Secret']) })
  }
  const told = await cast.read(
    'tom',
    ({ db }) => db.$queryRaw<{ way: string; word: string }[]>`
      select way, word from firebreak_terms('', array['密钥', 'net.secret.kn'], 'zeppelin doom') order by word`,
  )
  expect(told).toEqual([
    { way: 'absent', word: 'net.secret.kn' },
    { way: 'absent', word: '密钥' },
  ])
})

test('a snippet says which section it is from', async () => {
  const [first] = await shelf.results('tom', 'ERR_SSL_PROTOCOL')
  expect(first?.where).not.toBeNull()
})
