import type { EntryKind } from '../model.ts'

/** Where a transcript is from, as it was recognised. */
export const formats = {
  lines: 'Lines that begin with a time',
  slack: 'Copied from Slack',
  teams: 'Copied from Microsoft Teams',
  lark: 'Copied from Feishu or Lark',
  slack_export: 'Slack export (JSON)',
  pagerduty: 'PagerDuty log entries (JSON)',
  json: 'JSON records',
  csv: 'CSV',
  typed: 'Typed here',
} as const

export type Format = keyof typeof formats

/** One message, alert or log entry as its format tells it; its time is not yet read. */
export type Said = {
  /** The line, or for JSON the record, at which it begins; the first is 1. */
  line: number
  /** How many lines that are not empty it takes up. */
  lines: number
  /** As readTime reads it: `14:02`, `2026-06-09 14:02`, an ISO time. */
  clock: string
  /** The day a heading put it on. */
  day: string | null
  speaker: string
  text: string
  link: string
  kind?: EntryKind
  /** Why its time cannot be read, where the format already knows. */
  problem?: string
}

/** A line that is no message but was understood: a day heading, reactions, a count of replies. */
export type Aside = { line: number; text: string }

export type Heard = {
  format: Format
  said: Said[]
  asides: Aside[]
  /** Dates like 6/9/2026 that this transcript leaves open. */
  openDates: boolean
}

export const linesIn = (text: string): string[] => text.split(/\r\n?|\n/)
