import type { EntryKind } from '../model.ts'
import { type Heard, linesIn, type Said } from './said.ts'

type Thing = Record<string, unknown>

/** What programs export: Slack channels, PagerDuty log entries, alerts, or any list of records with a time and a text. */
export function hearJson(text: string): Heard | null {
  const records = recordsIn(text)
  if (!records) return null
  const things = records.filter(isThing)
  const slack = things.some(({ ts, type }) => typeof ts === 'string' && /^\d{10}\.\d+$/.test(ts) && type === 'message')
  const pager = !slack && things.some(({ type }) => typeof type === 'string' && type.endsWith('_log_entry'))
  const names = slack ? slackNames(things) : new Map<string, string>()
  const read = (thing: Thing) => (slack ? slackSaid(thing, names) : pager ? pagerSaid(thing) : anySaid(thing))
  const said = records.map((record, index): Said => {
    const place = { line: index + 1, lines: 1, day: null }
    const raw = { clock: '', speaker: '', link: '', text: JSON.stringify(record) ?? '' }
    if (!isThing(record)) return { ...place, ...raw, problem: 'This is no record with a time and a text.' }
    const told = read(record)
    if (told.text === '')
      return { ...place, ...raw, clock: told.clock, problem: 'This record has no text that we know of.' }
    return { ...place, ...told, ...(told.clock === '' && { problem: 'This record has no time that we know of.' }) }
  })
  return { format: slack ? 'slack_export' : pager ? 'pagerduty' : 'json', said, asides: [], openDates: false }
}

const lists = [
  'messages',
  'log_entries',
  'alerts',
  'incidents',
  'events',
  'entries',
  'items',
  'value',
  'data',
  'results',
]

function recordsIn(text: string): unknown[] | null {
  const start = text.trimStart()[0]
  if (start !== '[' && start !== '{') return null
  const whole = parsed(text)
  if (whole !== undefined) return listIn(whole)
  // One record a line, as logs are often exported.
  const each = linesIn(text)
    .filter((line) => line.trim() !== '')
    .map(parsed)
  return each.length > 0 && each.every(isThing) ? each : null
}

function listIn(value: unknown, depth = 0): unknown[] | null {
  if (Array.isArray(value)) return value
  if (!isThing(value)) return null
  for (const key of lists) {
    const inner = depth < 2 ? listIn(value[key], depth + 1) : null
    if (inner) return inner
  }
  return depth === 0 ? [value] : null
}

/** Nothing, also for what is nested too deeply to be written out again: that is kept as the text it is. */
function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    JSON.stringify(value)
    return value
  } catch {
    return undefined
  }
}

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a path like `agent.summary`, when it is a text or a number. */
function at(thing: Thing, path: string): string {
  let value: unknown = thing
  for (const key of path.split('.')) value = isThing(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

const first = (thing: Thing, paths: readonly string[]) => paths.map((path) => at(thing, path)).find(Boolean) ?? ''

type Told = Pick<Said, 'clock' | 'speaker' | 'text' | 'link' | 'kind'>

const slackNames = (things: readonly Thing[]) =>
  new Map(
    things.map((thing) => [at(thing, 'user'), first(thing, ['user_profile.real_name', 'user_profile.display_name'])]),
  )

function slackSaid(thing: Thing, names: ReadonlyMap<string, string>): Told {
  const id = at(thing, 'user')
  const own = first(thing, ['user_profile.real_name', 'user_profile.display_name', 'bot_profile.name', 'username'])
  return {
    clock: clockOf(at(thing, 'ts')),
    speaker: own || names.get(id) || id,
    text: unslacked(first(thing, ['text', 'attachments.0.fallback']), names) || attached(thing),
    link: webLink(at(thing, 'permalink')),
  }
}

/** Bots put what they say into attachments. */
function attached(thing: Thing): string {
  const list = Array.isArray(thing.attachments) ? thing.attachments.filter(isThing) : []
  return list
    .map((each) => first(each, ['fallback', 'text', 'title']))
    .filter(Boolean)
    .join('\n')
}

function unslacked(text: string, names: ReadonlyMap<string, string>): string {
  return text
    .replace(
      /<@([UW][A-Z0-9]{1,20})(?:\|([^<>]{1,100}))?>/g,
      (_, id: string, label?: string) => `@${label || names.get(id) || id}`,
    )
    .replace(/<(?:#|!)[^<>|]{1,100}\|([^<>]{1,100})>/g, '#$1')
    .replace(/<(https?:[^<>|]{1,2000})\|([^<>]{1,300})>/g, '$2 ($1)')
    .replace(/<(https?:[^<>]{1,2000})>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

const pagerKinds: Record<string, EntryKind> = {
  trigger: 'alert',
  notify: 'page',
  assign: 'escalation',
  escalate: 'escalation',
  acknowledge: 'acknowledgement',
  resolve: 'recovery',
  priority_change: 'severity',
  responder_request: 'escalation',
  status_update: 'communication',
  annotate: 'observation',
}

function pagerSaid(thing: Thing): Told {
  const type = at(thing, 'type').replace(/_log_entry(?:_reference)?$/, '')
  return {
    clock: clockOf(at(thing, 'created_at')),
    speaker: at(thing, 'agent.summary'),
    text: first(thing, ['channel.details.summary', 'summary', 'channel.summary', 'channel.content']),
    link: webLink(first(thing, ['html_url', 'incident.html_url'])),
    kind: Object.hasOwn(pagerKinds, type) ? (pagerKinds[type] ?? 'observation') : 'observation',
  }
}

export const timeNames = [
  ...['at', 'time', 'timestamp', '@timestamp', 'ts', 'date', 'datetime', 'created_at', 'createdAt', 'created'],
  ...[
    'createdDateTime',
    'startsAt',
    'starts_at',
    'started_at',
    'fired_at',
    'triggered_at',
    'create_time',
    'createTime',
  ],
  ...['sent_at', 'occurred_at', 'event_time', '时间', '创建时间'],
]
export const textNames = [
  ...['text', 'message', 'msg', 'summary', 'annotations.summary', 'title', 'description', 'annotations.description'],
  ...['body.content', 'content', 'body', 'alert', 'labels.alertname', 'alertname', 'event', 'name', '内容', '消息'],
]
export const speakerNames = [
  ...[
    'speaker',
    'author',
    'user',
    'username',
    'sender',
    'from',
    'from.user.displayName',
    'from.application.displayName',
  ],
  ...['sender.name', 'user.name', 'agent', 'actor', 'who', 'receiver', '发送人', '发送者'],
]
export const linkNames = ['link', 'url', 'permalink', 'html_url', 'webUrl', 'generatorURL', 'panelURL', '链接']

function anySaid(thing: Thing): Told {
  const text = unwrapped(first(thing, textNames))
  const alert = at(thing, 'labels.alertname') !== '' || at(thing, 'alertname') !== ''
  return {
    clock: clockOf(first(thing, timeNames)),
    speaker: first(thing, speakerNames),
    text,
    link: webLink(first(thing, linkNames)),
    ...(alert && { kind: 'alert' }),
  }
}

/** Teams keeps HTML in its messages, Lark JSON. */
function unwrapped(text: string): string {
  const inner = text.startsWith('{') ? parsed(text) : undefined
  if (isThing(inner) && typeof inner.text === 'string') return inner.text.trim()
  return /^<\w/.test(text)
    ? text
        .replace(/<[^<>]{0,2000}>/g, ' ')
        .replace(/&nbsp;/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : text
}

/** Seconds or milliseconds since 1970, when they lie between 2001 and 2286; other times stay as they are written. */
export function clockOf(text: string): string {
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return new Date(Math.floor(Number(text) * 1000)).toISOString()
  if (/^\d{13}$/.test(text)) return new Date(Number(text)).toISOString()
  // Milliseconds are as fine as times are kept.
  return text.replace(/(:\d{2}\.\d{3})\d+/, '$1')
}

export const webLink = (text: string) => (/^https?:\/\/\S{1,1990}$/i.test(text) && URL.canParse(text) ? text : '')
