import { createHash } from 'node:crypto'

/** The facts in the parts people fill in one at a time, each with the fields that are its own. */
export const parts = {
  basics: ['title', 'kind', 'team', 'zone'],
  windows: ['windows'],
  numbers: ['numbers'],
  milestones: ['milestones', 'impactStartBasis'],
  where: ['services', 'locations', 'journeys'],
  detection: ['detection', 'trigger'],
  factors: ['factors'],
  defences: ['defences'],
  mitigations: ['mitigations'],
  roles: ['roles'],
  evidence: ['evidence'],
} as const

export type Part = keyof typeof parts
export const isPart = (name: string): name is Part => Object.hasOwn(parts, name)

/** Whether that field may be sent as this part of the facts. */
export const isOfPart = (part: Part, field: string): boolean => (parts[part] as readonly string[]).includes(field)

/** Two people who fill in two parts do not stand in each other's way; two in the same part do, by this. */
export function seenOf(incident: Record<string, unknown>, part: Part): string {
  const content = parts[part].map((field) => incident[field])
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
}
