import type { FactName } from './facts.ts'

/**
 * Who may do what, as data. Read a rule aloud: a postmortem may be read by people of the company when it is open to
 * the company; by its team when it is open to its team; by those who oversee the company unless it is restricted;
 * by its lead and reviewers unless it is restricted; and by whoever was given access by name. An administrator is not
 * on that list for restricted records: they can give themselves access, with a reason that everybody involved sees.
 *
 * From here come the buttons (can.ts), row-level security and the search condition (sql.ts), the table in the
 * documentation (table.ts) and the matrix test.
 */
export type Rule = FactName | { any: readonly Rule[] } | { all: readonly Rule[] } | { not: Rule }

export type Resource = keyof typeof policy

const readIncident = {
  any: [
    { all: ['companyVisible', 'employee'] },
    { all: ['teamVisible', 'teamMember'] },
    { all: [{ not: 'restricted' }, { any: ['overseer', 'creator'] }] },
    'grantedIncident',
  ],
} as const satisfies Rule

const readPostmortem = {
  any: [
    { all: ['companyVisible', 'employee'] },
    { all: ['teamVisible', 'teamMember'] },
    { all: [{ not: 'restricted' }, { any: ['overseer', 'lead', 'reviewer'] }] },
    'grantedPostmortem',
  ],
} as const satisfies Rule

const editProgram = {
  all: ['contributor', { any: ['lead', 'programManager', 'administrator'] }],
} as const satisfies Rule

const editPostmortem = { all: ['contributor', readPostmortem, { any: ['lead', 'teamEditor'] }] } as const satisfies Rule

export const policy = {
  organization: { read: 'signedIn', edit: 'administrator', import: 'administrator', export: 'administrator' },
  person: {
    read: 'signedIn',
    create: 'administrator',
    edit: { any: ['self', 'administrator'] },
    administer: 'administrator',
  },
  team: { read: 'signedIn', create: 'administrator', edit: { any: ['administrator', 'ownerOfIt'] } },
  service: { read: 'signedIn', create: 'contributor', edit: { any: ['administrator', 'teamEditor'] } },
  incident: {
    read: readIncident,
    create: 'contributor',
    edit: { all: ['contributor', readIncident, { any: ['creator', 'teamEditor', 'programManager'] }] },
    link: { all: ['contributor', readIncident] },
    waive: { all: ['contributor', readIncident, { any: ['teamEditor', 'programManager'] }] },
    breakGlass: 'administrator',
  },
  postmortem: {
    read: readPostmortem,
    create: 'contributor',
    edit: editPostmortem,
    review: { all: [readPostmortem, 'reviewer', { not: 'lead' }] },
    publish: editPostmortem,
    comment: {
      any: [editPostmortem, { all: [readPostmortem, 'unpublished', { any: ['contributor', 'reviewer'] }] }],
    },
    approveSummary: {
      all: ['contributor', readPostmortem, { any: ['lead', 'teamEditor', 'programManager', 'administrator'] }],
    },
    breakGlass: 'administrator',
  },
  actionItem: {
    read: 'employee',
    create: 'contributor',
    edit: { all: ['contributor', { any: ['owner', 'teamEditor', 'programManager', 'creator'] }] },
  },
  view: {
    read: { any: ['creator', { all: ['companyVisible', 'employee'] }, { all: ['teamVisible', 'teamMember'] }] },
    create: 'employee',
    share: 'contributor',
    edit: { any: ['creator', { all: ['administrator', { not: 'restricted' }] }] },
  },
  program: {
    read: 'employee',
    create: 'contributor',
    edit: editProgram,
    tell: { any: [editProgram, { all: ['contributor', 'contact'] }] },
  },
  risk: {
    read: 'employee',
    create: 'contributor',
    edit: { all: ['contributor', { any: ['owner', 'teamEditor', 'programManager', 'creator'] }] },
  },
  exercise: {
    read: 'employee',
    create: 'contributor',
    edit: { all: ['contributor', { any: ['owner', 'teamEditor', 'programManager', 'creator'] }] },
  },
  sweep: {
    read: 'employee',
    create: { any: ['programManager', 'administrator'] },
    edit: { any: ['programManager', 'administrator'] },
  },
  exposure: { read: 'employee', answer: { all: ['contributor', { any: ['teamEditor', 'programManager'] }] } },
  guide: {
    read: 'signedIn',
    discuss: 'employee',
    flag: 'contributor',
    propose: 'contributor',
    answer: { all: ['contributor', { any: ['teamEditor', 'programManager', 'administrator'] }] },
  },
  checklist: {
    read: 'employee',
    create: 'contributor',
    edit: { all: ['contributor', { any: ['teamEditor', 'programManager', 'creator'] }] },
  },
  template: { read: 'signedIn', edit: 'administrator' },
  hint: { read: 'signedIn', dismissForEveryone: 'administrator' },
  auditLog: { read: { any: ['administrator', 'auditor'] } },
} as const satisfies Record<string, Record<string, Rule>>

export type Verb<R extends Resource> = keyof (typeof policy)[R] & string
