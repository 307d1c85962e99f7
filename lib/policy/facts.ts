import { isTeamEditor, isTeamMember, type PersonActor } from '#lib/actor.ts'

/**
 * The words the policy is written in. Each is told twice, once for a loaded row and once for SQL, side by side,
 * and `says` completes "you …" in the reason and in the documentation.
 * The matrix test and a property test hold the two tellings together on both databases.
 */
export type Fact = {
  says: string
  holds: (actor: PersonActor, row: PolicyRow) => boolean
  /** A condition over the row called `row`. */
  sql: (row: string) => string
}

/** What a decision may look at. A loaded subject carries what its rules ask for. */
export type PolicyRow = {
  id?: string | undefined
  personId?: string | undefined
  visibility?: 'company' | 'team' | 'restricted' | undefined
  teamId?: string | undefined
  leadId?: string | undefined
  ownerId?: string | null | undefined
  createdById?: string | null | undefined
  state?: string | undefined
  /** When it was published first. */
  publishedAt?: Date | null | undefined
  /** The actor's own grant rows for this record. */
  grants?: readonly { personId: string }[] | undefined
  /** Those whom its teams named to be asked. */
  contactIds?: readonly string[] | undefined
  /** Those asked to review it, in any of its reviews. */
  reviewerIds?: readonly string[] | undefined
}

const roleIs = (...roles: readonly string[]) => ({
  holds: (actor: PersonActor) => roles.includes(actor.role),
  sql: () => `firebreak_role() in (${roles.map((role) => `'${role}'`).join(', ')})`,
})

const columnIsMe = (column: keyof PolicyRow & string) => ({
  holds: (actor: PersonActor, row: PolicyRow) => row[column] === actor.personId,
  sql: (row: string) => `${row}."${column}" = firebreak_person()`,
})

const visibilityIs = (visibility: string) => ({
  holds: (_: PersonActor, row: PolicyRow) => row.visibility === visibility,
  sql: (row: string) => `${row}."visibility" = '${visibility}'`,
})

const granted = (kind: 'postmortem' | 'incident') => ({
  says: 'were given access by name',
  holds: (actor: PersonActor, row: PolicyRow) =>
    actor.seesRestricted && (row.grants ?? []).some((grant) => grant.personId === actor.personId),
  // A definer function, because Grant's own policy asks about its record, which would ask about Grant again.
  sql: (row: string) => `(firebreak_sees_restricted() and firebreak_has_${kind}_grant(${row}."id"))`,
})

export const facts = {
  signedIn: { says: 'are signed in', holds: () => true, sql: () => 'firebreak_person() is not null' },
  self: { says: 'are that person', ...columnIsMe('id') },
  administrator: { says: 'are an administrator', ...roleIs('administrator') },
  programManager: { says: 'manage programs', ...roleIs('program_manager') },
  auditor: { says: 'are an auditor', ...roleIs('auditor') },
  overseer: { says: 'oversee the whole company', ...roleIs('administrator', 'auditor', 'program_manager') },
  employee: { says: 'belong to the company', ...roleIs('administrator', 'auditor', 'program_manager', 'member') },
  contributor: { says: 'may write here', ...roleIs('administrator', 'program_manager', 'member') },
  companyVisible: { says: 'it is open to the company', ...visibilityIs('company') },
  teamVisible: { says: 'it is open to its team', ...visibilityIs('team') },
  restricted: { says: 'it is restricted', ...visibilityIs('restricted') },
  teamMember: {
    says: 'are in its team',
    holds: (actor, row) => row.teamId !== undefined && isTeamMember(actor, row.teamId),
    sql: (row) => `${row}."teamId" = any(firebreak_teams())`,
  },
  teamEditor: {
    says: 'may edit for its team',
    holds: (actor, row) => row.teamId !== undefined && isTeamEditor(actor, row.teamId),
    sql: (row) => `${row}."teamId" = any(firebreak_edited_teams())`,
  },
  memberOfIt: {
    says: 'are in this team',
    holds: (actor, row) => row.id !== undefined && isTeamMember(actor, row.id),
    sql: (row) => `${row}."id" = any(firebreak_teams())`,
  },
  ownerOfIt: {
    says: 'own this team',
    holds: (actor, row) => row.id !== undefined && actor.teams[row.id] === 'owner',
    sql: (row) => `firebreak_owns_team(${row}."id")`,
  },
  lead: { says: 'lead it', ...columnIsMe('leadId') },
  owner: { says: 'own it', ...columnIsMe('ownerId') },
  creator: { says: 'recorded it', ...columnIsMe('createdById') },
  reviewer: {
    says: 'were asked to review it',
    holds: (actor, row) => (row.reviewerIds ?? []).includes(actor.personId),
    sql: (row) => `firebreak_reviews(${row}."id")`,
  },
  contact: {
    says: 'are the contact of one of its teams',
    holds: (actor, row) => (row.contactIds ?? []).includes(actor.personId),
    sql: (row) =>
      `exists (select 1 from "ProgramTeam" t where t."programId" = ${row}."id" and t."contactId" = firebreak_person())`,
  },
  unpublished: {
    says: 'nothing of it is published yet',
    holds: (_, row) => !row.publishedAt,
    sql: (row) => `${row}."publishedAt" is null`,
  },
  grantedPostmortem: granted('postmortem'),
  grantedIncident: granted('incident'),
} as const satisfies Record<string, Fact>

export type FactName = keyof typeof facts
