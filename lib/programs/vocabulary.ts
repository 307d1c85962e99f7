/** The closed words a program is told in, each with how it is read. Values are permanent: rows and events carry them. */
export const programKinds = {
  chaos: 'Chaos engineering',
  capacity: 'Capacity',
  spof: 'Single points of failure',
  change_safety: 'Change safety',
  dr: 'Disaster recovery',
  detection: 'Detection',
  access: 'Access and break-glass',
  custom: 'Something else',
} as const
export type ProgramKind = keyof typeof programKinds

export const programStates = {
  proposed: 'Proposed',
  chartered: 'Chartered',
  active: 'Active',
  sustaining: 'Sustaining',
  closed: 'Closed',
  stopped: 'Stopped',
} as const
export type ProgramState = keyof typeof programStates

export const cadences = {
  weekly: { label: 'Every week', days: 7 },
  monthly: { label: 'Every month', days: 31 },
  quarterly: { label: 'Every quarter', days: 92 },
} as const
export type Cadence = keyof typeof cadences

export const colours = { green: 'Green', amber: 'Amber', red: 'Red' } as const
export type Colour = keyof typeof colours

export const levels = { low: 'Low', medium: 'Medium', high: 'High' } as const
export type Level = keyof typeof levels

export const directions = { up: 'Higher is better', down: 'Lower is better' } as const
export type Direction = keyof typeof directions

export const riskKinds = { risk: 'Risk', dependency: 'Dependency' } as const
export const riskStates = { open: 'Open', closed: 'Closed', happened: 'Happened' } as const

export const reportKinds = { monthly: 'Monthly report', quarterly: 'Quarterly review' } as const
export const verdicts = { holds: 'Holds', not_yet: 'Not yet', in_doubt: 'In doubt' } as const

export const effects = {
  prevented: 'Would have prevented it',
  shortened: 'Would have shortened it',
  smaller: 'Would have made it smaller',
  unchanged: 'Would not have changed it',
} as const
export type Effect = keyof typeof effects
