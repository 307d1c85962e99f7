/** The closed words of the register, each with how it is read. Values are permanent: rows and events carry them. */
export const layers = {
  power: 'Power',
  room: 'Room and cooling',
  network: 'Network',
  dns: 'DNS',
  control_plane: 'Control plane',
  data_store: 'Data store',
  config: 'Distribution of configuration',
  identity: 'Identity and sign-in',
  build_deploy: 'Build and deployment',
  monitoring: 'Monitoring',
  paging: 'Chat and paging',
  vendor: 'Vendor',
  knowledge: 'Knowledge that few hold',
} as const
export type Layer = keyof typeof layers

export const failureDomains = {
  host: 'Host',
  rack: 'Rack',
  pop: 'PoP',
  metro: 'Metro',
  region: 'Region',
  cell: 'Cell',
  global: 'Everywhere',
  provider: 'Provider',
  account: 'Account',
  credential: 'Credential',
} as const

/** As it was built. */
export const redundancies = {
  none: 'None',
  cold: 'Cold spare',
  warm: 'Warm spare',
  hot: 'Hot spare',
  active_active: 'Active in several places',
  statically_stable: 'Statically stable: keeps working without its control',
} as const
export type Redundancy = keyof typeof redundancies

/** As it can be counted on today. */
export const redundancyStates = {
  none: 'None',
  cold: 'Cold',
  warm: 'Warm',
  hot_untested: 'Hot, untested',
  hot_tested: 'Hot, tested',
  active_active: 'Active-active',
  statically_stable: 'Statically stable',
} as const
export type RedundancyState = keyof typeof redundancyStates

export const failoverModes = { absent: 'There is none', manual: 'By hand', automatic: 'Automatic' } as const

export const treatments = {
  eliminate: 'Eliminate',
  isolate: 'Isolate',
  reduce: 'Reduce',
  accept: 'Accept until a date',
  resolve: 'Resolved',
  reopen: 'Open again',
} as const
export type TreatmentKind = keyof typeof treatments

/** What each number of the three scales means, so that two people rate alike. */
export const likelihoods = {
  1: '1: not seen in this industry',
  2: '2: seen elsewhere',
  3: '3: once in some years here',
  4: '4: once a year here',
  5: '5: several times a year here',
} as const
export const impacts = {
  0: '0: nobody notices',
  1: '1: one team is slowed',
  2: '2: some users, one place',
  3: '3: one region or product',
  4: '4: several regions or products',
  5: '5: everything, everywhere',
} as const
export const detectabilities = {
  1: '1: we are told within minutes',
  2: '2: we find it when we look',
  3: '3: users tell us, or nothing does',
} as const
