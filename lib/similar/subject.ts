import type { Work } from '#lib/context.ts'
import { identifiersIn } from '#lib/identifiers.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { type Features, longWords } from './model.ts'

/** What something is compared by: an incident, a draft about one, or a draft about none yet. */
export type Subject = Features & {
  /** Never similar to itself. */
  incidentId: string | null
  title: string
  serviceIds: readonly string[]
  identifiers: readonly string[]
  /** Of all that is written of it, each without a blank or a hyphen in it. */
  words: readonly string[]
  /** When it happened; null where that is not known yet. */
  began: Date | null
  /** Only what began before this is asked for; null asks for what came later too. */
  before: Date | null
}

/** An incident as it is compared, its title, timeline and references with it. */
export const comparable = {
  services: { include: { service: { select: { id: true, slug: true, name: true } } }, orderBy: { serviceId: 'asc' } },
  timeline: { select: { text: true }, orderBy: [{ at: 'asc' }, { position: 'asc' }] },
} as const satisfies Prisma.IncidentInclude

type Compared = Pick<
  Prisma.IncidentGetPayload<{ include: typeof comparable }>,
  | 'id'
  | 'title'
  | 'occurredAt'
  | 'mechanisms'
  | 'triggerKind'
  | 'triggerReference'
  | 'detectionSource'
  | 'services'
  | 'timeline'
>

export const featuresOf = ({
  mechanisms,
  services,
  triggerKind,
}: Pick<Compared, 'mechanisms' | 'services' | 'triggerKind'>): Features => ({
  mechanisms,
  services: services.map(({ service: { slug, name }, role }) => ({ slug, name, role })),
  trigger: triggerKind,
})

/** `text` is what is written about it and in no index yet. */
export function subjectFrom(row: Compared, { text = '', before }: { text?: string; before: Date | null }): Subject {
  const { id, title, occurredAt: began, triggerReference, detectionSource, services, timeline } = row
  const told = [title, triggerReference, detectionSource, ...timeline.map((entry) => entry.text), text]
  return {
    ...featuresOf(row),
    incidentId: id,
    title,
    began,
    before,
    serviceIds: services.map(({ serviceId }) => serviceId),
    ...wordsOf(told.join('\n')),
  }
}

/** A draft that is about no incident yet has its words alone. */
export const subjectOfText = ({ title, text }: { title: string; text: string }): Subject => ({
  incidentId: null,
  title,
  began: null,
  before: null,
  mechanisms: [],
  services: [],
  trigger: null,
  serviceIds: [],
  ...wordsOf(`${title}\n${text}`),
})

export async function subjectOf({ db }: Work, incidentId: string, before: Date | null = null): Promise<Subject> {
  const row = await db.incident.findUniqueOrThrow({ where: { id: incidentId }, include: comparable })
  return subjectFrom(row, { before })
}

/** Each is a look into the index; a text that names more of them is a list rather than a story. */
const IDENTIFIERS_MAX = 40

/** A long postmortem has some six hundred that are long enough; each is looked up once. */
const WORDS_MAX = 600

/** Names of our own records are links people and templates write, and addresses of links say where to look, not what. */
const OURS = /^[a-z]{2,4}-\d+$/
/** Identifiers, whose pieces are no words. */
const JOINED = /[\p{L}\p{N}-]+(?:[_.:/@]+[\p{L}\p{N}-]+)+/gu
const ADDRESS = /\]\([^()\s]*|https?:\/\/\S+/g

function wordsOf(text: string): Pick<Subject, 'identifiers' | 'words'> {
  const written = text.replace(ADDRESS, ' ')
  const identifiers = [...new Set(identifiersIn(written))].filter((one) => !OURS.test(one)).slice(0, IDENTIFIERS_MAX)
  return { identifiers, words: longWords(written.replace(JOINED, ' ').replaceAll('-', ' '), WORDS_MAX) }
}
