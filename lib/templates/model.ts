import type { TemplateKey } from './schema.ts'

/**
 * Which template fits, and why: the sentence is shown, so that the choice can be argued with.
 */
export function suggestTemplate({ severity, kind }: { severity: string; kind: string }): {
  key: TemplateKey
  because: string
} {
  if (kind === 'security') return { key: 'security', because: 'It is a security incident, so it starts restricted.' }
  if (severity === 'near_miss' || severity === 'sev3' || severity === 'sev4')
    return { key: 'light', because: 'For a SEV3, a SEV4 or a near miss, fifteen minutes are enough.' }
  return { key: 'classic', because: 'A SEV1 or SEV2 deserves the full set of questions.' }
}
