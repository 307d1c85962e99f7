/** What a team can answer about one mechanism and one of its services. Values are permanent. */
export const exposures = {
  exposed: 'Exposed',
  mitigated: 'Mitigated',
  not_applicable: 'Not applicable',
  unknown: 'Unknown',
} as const
export type ExposureKind = keyof typeof exposures

export const scopes = {
  all: 'Every service',
  tier: 'Services up to a tier',
  team: 'The services of some teams',
  chosen: 'Services I choose',
} as const
