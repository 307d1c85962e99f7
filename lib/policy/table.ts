import { facts } from './facts.ts'
import { policy, type Rule } from './model.ts'

/** The policy as people read it: one row for each thing one can do, in the words of the rules themselves. */
export function policyTable(): string {
  const rows = Object.entries(policy).flatMap(([resource, verbs]) =>
    Object.entries<Rule>(verbs).map(
      ([verb, rule]) =>
        `| ${nouns[resource as keyof typeof policy]} | ${words[verb] ?? verb} | ${sentence(rule, verbs.read)} |`,
    ),
  )
  return ['| What | To | You may when you … |', '| --- | --- | --- |', ...rows].join('\n')
}

export const POLICY_PAGE = 'content/policy.md'

/** What `npm run policy` writes beside prisma/policies.sql. */
export function policyPage(): string {
  return `${HEADER}\n\n${policyTable()}\n\n${FOOTER}\n`
}

const HEADER = `# Who may do what

This table is written by \`npm run policy\` from lib/policy/model.ts, the same data that makes row-level security in the
database, the buttons on the pages and the tests. It cannot say anything else than what happens.`

const FOOTER = `What hangs on a record (its timeline, sections, reviews, publications, access, history, and the action items of a
postmortem) is seen by whoever may read the record. The working text of something published, and the comments on it, are
seen by those who may edit it; the names of those who held a role in an incident, likewise. A link between two incidents is seen by whoever may read
both. A token does what its owner may do and its scopes name; without the extra permission for restricted records it
acts as if its owner had been given access to none.`

const nouns: Record<keyof typeof policy, string> = {
  organization: 'Organization',
  person: 'Person',
  team: 'Team',
  service: 'Service',
  incident: 'Incident',
  postmortem: 'Postmortem',
  view: 'Saved view',
  template: 'Template',
  hint: 'Blameless hint',
  actionItem: 'Action item of no postmortem',
  program: 'Program',
  risk: 'Entry of the register',
  exercise: 'Exercise',
  sweep: 'Exposure sweep',
  exposure: 'Service that a sweep asks about',
  guide: 'Guide',
  checklist: 'Checklist of a service',
  auditLog: 'Account events',
}

const words: Record<string, string> = {
  create: 'add',
  breakGlass: 'break the glass',
  dismissForEveryone: 'dismiss for everyone',
  comment: 'comment on its text',
  tell: 'write updates and numbers',
  answer: 'answer for it',
  link: 'propose how it is related to another',
  waive: 'say that it needs no postmortem',
  approveSummary: 'approve its customer summary',
  discuss: 'see what is said about it',
  flag: 'say what contradicts it',
  propose: 'propose a change',
}

/** The rule for reading, within another rule, is named and not told again. */
function sentence(rule: Rule, read: Rule, within = false): string {
  if (within && rule === read && typeof rule === 'object') return 'may read it'
  if (typeof rule === 'string') return facts[rule].says
  if ('not' in rule) return negated[JSON.stringify(rule.not)] ?? `not (${sentence(rule.not, read, true)})`
  const parts = 'any' in rule ? rule.any : rule.all
  const told = parts.map((part) => {
    const one = sentence(part, read, true)
    return typeof part === 'object' && 'any' in part && one !== 'may read it' ? `(${one})` : one
  })
  return told.join('any' in rule ? (within ? ' or ' : '; or ') : ' and ')
}

const negated: Record<string, string> = { '"restricted"': 'it is not restricted', '"lead"': 'do not lead it' }
