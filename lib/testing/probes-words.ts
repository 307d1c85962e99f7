import { bringBackHint } from '#lib/hints/bring-back.ts'
import { dismissForEveryone } from '#lib/hints/dismiss-for-everyone.ts'
import { returnToEveryone } from '#lib/hints/return-to-everyone.ts'
import { can } from '#lib/policy/can.ts'
import { createTemplate } from '#lib/templates/create.ts'
import { deactivateTemplate } from '#lib/templates/deactivate.ts'
import { reactivateTemplate } from '#lib/templates/reactivate.ts'
import { returnToShipped } from '#lib/templates/return-to-shipped.ts'
import { saveTemplate } from '#lib/templates/save.ts'
import { type Asked, type Probe, probe } from './probe.ts'

/** The words that everybody is given: templates, and hints that are quiet for all. */
export function ofTemplates(): Probe[] {
  const asked: Asked = { sees: () => true, may: (actor) => can(actor, 'edit', 'template').allowed }
  const section = { heading: 'What happened', prompt: 'What happened?' }
  const given = { note: 'Shorter', name: 'Light', review: 'optional', sections: [section] }
  return [
    probe(saveTemplate, { key: 'light', seen: 0, ...given }, asked),
    probe(createTemplate, { name: 'Another', from: 'classic' }, asked),
    probe(deactivateTemplate, { key: 'learning' }, asked),
  ]
}

export function ofHints(): Probe[] {
  const asked: Asked = { sees: () => true, may: (actor) => can(actor, 'dismissForEveryone', 'hint').allowed }
  return [probe(dismissForEveryone, { rule: 'simply', reason: 'Our own word.' }, asked)]
}

/** Each needs something done before, so no cell of its own: it asks what the one before asks. */
export const unprobedWords = [
  ...[bringBackHint.name, returnToEveryone.name],
  ...[returnToShipped.name, reactivateTemplate.name],
]
