import { isIPv4, isIPv6 } from 'node:net'

/**
 * The /24 or /64 an address lies in: what one household or one rented server can choose from freely. Each trusted proxy
 * appends the address it saw, so the visitor's is that many from the right; whatever stands further left was sent by the
 * visitor. Without trusted proxies nothing in the header is believed and all visitors share one network.
 */
export function networkOf(forwardedFor: string | null, trustedProxies: number): string {
  if (trustedProxies === 0) return 'unknown'
  const address = (forwardedFor ?? '').split(',').at(-trustedProxies)?.trim() ?? ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  return networkOfAddress(mapped ?? address)
}

function networkOfAddress(address: string): string {
  if (isIPv4(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  if (!isIPv6(address)) return 'unknown'
  const [before = '', after] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const head = before ? before.split(':') : []
  const tail = after ? after.split(':') : []
  const groups =
    after === undefined ? head : [...head, ...Array(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
