import type { Finding } from './lint.ts'

/** What people decided to leave as it is: words of one section, or for everyone a rule or a rule about a phrase. */
export type Dismissed = {
  here: readonly { section: string; rule: string; mark: string }[]
  everywhere: readonly { rule: string; phrase: string }[]
}

export function isDismissed(
  finding: Pick<Finding, 'rule' | 'text'>,
  section: string,
  { here, everywhere }: Dismissed,
): boolean {
  const { rule, text } = finding
  const phrase = plain(text)
  return (
    everywhere.some((one) => one.rule === rule && (one.phrase === '' || plain(one.phrase) === phrase)) ||
    here.some((one) => one.rule === rule && one.section === section && one.mark === markOf(text))
  )
}

/**
 * A digest of the words: it is kept and sent instead of them, so that no draft leaves the browser. 64 bits of FNV-1a,
 * because the browser's own digests exist on HTTPS only. Nobody gains anything by two phrases with one mark.
 */
export function markOf(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(plain(text)))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}

const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
