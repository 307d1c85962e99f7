import { describe, expect, test } from 'vitest'
import { exactVector, exactWords, pairsIn, partsIn, unspacedPhrase } from './exact.ts'

describe('what is kept whole', () => {
  test.each<[string, string[]]>([
    ['ERR_SSL_PROTOCOL', ['err_ssl_protocol']],
    ['Set net.ipv4.ip_local_port_range first.', ['net.ipv4.ip_local_port_range', 'ip_local_port_range']],
    ['kubectl drain node-7', ['node-7']],
    ['502 at 14:02 on 2026-06-10', []],
    ['/etc/resolv.conf and max_connections=100', ['etc/resolv.conf', 'max_connections']],
    ['ORA-01555 in edge-proxy', ['ora-01555']],
    ['EdgeProxyHighLatency', []],
    ['缓存雪崩', []],
  ])('%j', (text, expected) => {
    expect(exactWords(withoutPairs(text))).toEqual(expected)
  })

  test('the parts that a parser would not see', () => {
    expect(partsIn('net.ipv4.ip_local_port_range EdgeProxyHighLatency err_ssl')).toBe(
      'net ipv4 ip local port range Edge Proxy High Latency',
    )
  })

  test('what is longer than the index keeps is no word', () => {
    expect(exactWords(`a_${'b'.repeat(80)}`)).toEqual([])
  })
})

describe('text without spaces', () => {
  test('pairs of neighbours, and a character that stands alone', () => {
    expect(pairsIn('DNS 缓存雪崩，慢')).toEqual(['缓存', '存雪', '雪崩', '慢'])
    expect(unspacedPhrase('缓存雪')).toBe("'缓存' <-> '存雪'")
  })

  test('a vector holds characters and pairs with their places', () => {
    expect(exactVector([{ text: '雪崩了', weight: 'A' }])).toBe("'雪':1A '雪崩':1A '崩':2A '崩了':2A '了':3A")
    expect(exactVector([{ text: "it's a_b'c", weight: 'D' }], ["o'mechanism"])).toBe("'o''mechanism':1B 'a_b':1D")
  })
})

const withoutPairs = (text: string) => text.replace(/\p{Script=Han}/gu, '')
