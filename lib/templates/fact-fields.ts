/**
 * The structured facts a template can ask for, as a closed list: each names what it is and why a reader misses it.
 * A section carries the facts it tells of; the facts themselves stand with the incident, where they are told once.
 */
export const factFields = {
  services: {
    label: 'Services with the part each played',
    why: 'Other teams find this by the service it happened to.',
  },
  windows: {
    label: 'Impact windows',
    why: 'Duration and reach are computed from them, and one incident often has several.',
  },
  milestones: {
    label: 'Impact started, detected and mitigated',
    why: 'Every time to detect and to mitigate rests on these three points.',
  },
  timeline: { label: 'Timeline', why: 'The story is checked against it, and the next responders learn its rhythm.' },
  mechanisms: { label: 'Mechanisms', why: 'They connect this to the same weakness elsewhere.' },
  locations: { label: 'Locations', why: 'Reach at the edge is a matter of where.' },
  trigger: { label: 'Trigger', why: 'It parts what set it off from what made it possible.' },
  detection: { label: 'How it was detected', why: 'Whether we or a customer knew first decides what to mend.' },
  factors: { label: 'Contributing factors', why: 'One cause alone rarely explains it; conditions meet.' },
  defences: { label: 'Defences and what each did', why: 'A guard that stood there and did not hold is the best lead.' },
  mitigations: { label: 'Mitigations', why: 'The next responders start with what ended it this time.' },
  action_items: { label: 'Action items, or why there are none', why: 'Without them the same weakness stays.' },
  evidence: { label: 'A link to evidence', why: 'A reader can check the numbers only where they were measured.' },
} as const

export type FactKey = keyof typeof factFields
export const factKeys = Object.keys(factFields) as [FactKey, ...FactKey[]]

/** What can be written into a section before anybody begins: from facts alone, with every unknown marked. */
export const preparations = {
  summary: 'A skeleton of the summary',
  impact: 'The impact figures',
  timeline: 'What the timeline holds',
  trigger: 'The trigger',
  factors: 'The mechanisms and factors',
  defences: 'The defences',
  detection: 'How it was detected',
  mitigation: 'What ended it',
  related: 'Similar earlier incidents',
  preventable: 'Open action items that might have prevented it',
} as const

export type Preparation = keyof typeof preparations
export const preparationNames = Object.keys(preparations) as [Preparation, ...Preparation[]]
