/** The closed words of an exercise, each with how it is read. Values are permanent: rows and events carry them. */
export const kinds = {
  experiment: 'Experiment',
  game_day: 'Game day',
  load_test: 'Load test',
  failover: 'Failover or recovery drill',
  tabletop: 'Tabletop',
} as const
export type ExerciseKind = keyof typeof kinds

export const environments = {
  production: 'Production',
  staging: 'Staging',
  test: 'Test environment',
  table: 'On paper',
} as const
export type Environment = keyof typeof environments

export const states = {
  planned: 'Planned',
  running: 'Running',
  finished: 'Finished',
  called_off: 'Called off',
} as const
export type ExerciseState = keyof typeof states

export const outcomes = {
  confirmed: 'Confirmed: it held',
  disproved: 'Disproved: it did not hold',
  inconclusive: 'Inconclusive',
  aborted: 'Aborted',
} as const
export type Outcome = keyof typeof outcomes

export const detections = {
  in_time: 'The signal came in time',
  late: 'The signal came late',
  not_at_all: 'No signal came',
  not_watched: 'Not part of it',
} as const

export const responses = {
  worked: 'The runbook worked',
  with_gaps: 'It worked, with gaps',
  did_not: 'It did not work',
  not_needed: 'Not part of it',
} as const

export const faults = {
  kill: 'Process or host stopped',
  latency: 'Added latency',
  loss: 'Packet loss',
  partition: 'Partition',
  resource: 'Resource used up',
  clock: 'Clock moved',
  dependency_error: 'Errors from a dependency',
  bad_config: 'Bad configuration',
  expired_certificate: 'Expired certificate',
  dns_answer: 'Wrong DNS answer',
  route_withdrawal: 'Route withdrawn',
  traffic_surge: 'Surge of traffic',
  region_drain: 'Region drained',
  people_unavailable: 'People not reachable',
} as const
export type Fault = keyof typeof faults

export const severities = { high: 'High', medium: 'Medium', low: 'Low' } as const
