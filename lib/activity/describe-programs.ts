import type { EventData, EventName } from '#lib/events.ts'
import { formatDate } from '#lib/time.ts'
import type { Sentence } from './describe.ts'

type Told = Extract<EventName, `program.${string}`>
const quoting = (did: string, quote: string): Sentence => ({ did, quote })

export const programSentences: { [N in Told]: (data: EventData[N]) => string | Sentence } = {
  'program.proposed': ({ name }) => `proposed the program “${name}”`,
  'program.updated': ({ changed }) =>
    changed.length === 0
      ? 'saved the program without changes'
      : `changed ${changed.map((field) => fields[field] ?? `the ${field}`).join(', ')} of the program`,
  'program.moved': ({ to, reason }) => quoting(moves[to] ?? `moved it to ${to}`, reason),
  'program.milestone_added': ({ title, dueOn }) => `added the milestone “${title}”, due on ${formatDate(dueOn)}`,
  'program.milestone_changed': ({ title, dueOn, dropped, reason }) =>
    quoting(
      dropped
        ? `dropped the milestone “${title}”`
        : dueOn
          ? `moved the milestone “${title}”: ${formatDate(dueOn.from)} → ${formatDate(dueOn.to)}`
          : `changed the milestone “${title}”`,
      reason,
    ),
  'program.milestone_advanced': ({ title, percent, note }) =>
    quoting(percent === 100 ? `said that “${title}” is done` : `said that “${title}” is ${percent} % done`, note),
  'program.kpi_added': ({ kpi }) => `added the KPI “${kpi}”`,
  'program.kpi_planned': ({ kpi, ended, reason }) =>
    quoting(ended ? `stopped measuring “${kpi}”` : `changed the glide path of “${kpi}”`, reason),
  'program.kpi_measured': ({ kpi, on, value, unit, corrected, note }) =>
    quoting(
      `${corrected ? 'corrected' : 'recorded'} “${kpi}” for ${formatDate(on)}: ${value}${unit ? ` ${unit}` : ''}`,
      note,
    ),
  'program.risk_assessed': ({ title, likelihood, effect, state, note }) =>
    quoting(
      state === 'open'
        ? `assessed “${title}”: likelihood ${likelihood}, effect ${effect}`
        : `said that “${title}” ${state === 'closed' ? 'is over' : 'happened'}`,
      note,
    ),
  'program.decided': ({ text, reason }) => quoting(`decided: ${text}`, reason),
  'program.watch_added': ({ mechanism }) => `began to watch the mechanism ${mechanism}`,
  'program.watch_ended': ({ mechanism }) => `no longer watches the mechanism ${mechanism}`,
  'program.record_linked': ({ what, answer, reason }) =>
    quoting(
      answer === 'linked'
        ? `took ${what} in`
        : answer === 'declined'
          ? `looked at ${what} and did not take it in`
          : `took ${what} out again`,
      reason,
    ),
  'program.health_stated': ({ colour, until, reason }) =>
    quoting(
      colour === null
        ? 'took back the stated health'
        : `stated its health as ${colour} until ${until ? formatDate(until) : ''}`,
      reason,
    ),
  'program.update_written': ({ team, weekOf }) => `wrote the update of ${team} for the week of ${formatDate(weekOf)}`,
  'program.report_written': ({ kind, from, until }) =>
    `wrote the ${kind === 'monthly' ? 'monthly report' : 'quarterly review'} for ${formatDate(from)} to ${formatDate(until)}`,
  'program.effect_judged': ({ number, effect, why }) =>
    quoting(`said of INC-${number}: the program ${would[effect] ?? effect}`, why),
  'program.effect_agreed': ({ number, agrees, note }) =>
    quoting(`${agrees ? 'agreed' : 'did not agree'} with what was said of INC-${number}`, note),
}

const moves: Record<string, string> = {
  proposed: 'proposed it again',
  chartered: 'chartered it',
  active: 'started it',
  sustaining: 'moved it to sustaining',
  closed: 'closed it',
  stopped: 'stopped it',
}

const would: Record<string, string> = {
  prevented: 'would have prevented it',
  shortened: 'would have shortened it',
  smaller: 'would have made it smaller',
  unchanged: 'would not have changed it',
}

const fields: Record<string, string> = {
  why: 'why now',
  scopeIn: 'what is in scope',
  scopeOut: 'what is out of scope',
  exitCriteria: 'the exit criteria',
  startOn: 'the start',
  endOn: 'the target end',
  zone: 'the time zone',
}
