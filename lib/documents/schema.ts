import { z } from 'zod'
import { PublicNumber } from '#lib/ids.ts'
import { SECTION_MAX } from '#lib/text.ts'

/** Long enough for a random id; a client is one editor of one section in one tab. */
export const Client = z.string().regex(/^[A-Za-z0-9:_-]{1,80}$/)
export const SectionKey = z.string().min(1).max(40)
const Version = z.int().min(0)

/** Editors send lines apart, so an end of line inside one would be a line that only this text has. */
const Line = z
  .string()
  .max(SECTION_MAX)
  .regex(/^[^\n\r\0]*$/)

/** A change set's own writing: numbers for what stays, arrays for what goes and the lines that come. */
const Changes = z
  .array(z.union([z.int().min(0), z.array(z.union([z.int().min(0), Line])).max(SECTION_MAX)]))
  // A replacement of every other character of the longest section.
  .max(SECTION_MAX)

export const Sent = z.strictObject({ client: Client, changes: Changes })

/** A person offline for an hour types some thousand keys; more is sent in several goes. */
export const UPDATES_MAX = 500

export const PushInput = z.strictObject({
  number: PublicNumber,
  key: SectionKey,
  /** What the editor had seen when the first of these was made. */
  version: Version,
  updates: z.array(Sent).min(1).max(UPDATES_MAX),
})

const Place = z.strictObject({ key: SectionKey, anchor: z.int().min(0), head: z.int().min(0), version: Version })

/** Everything a browser may say. Which document it is about stands in the address of the connection. */
export const ClientMessage = z.discriminatedUnion('kind', [
  /** Sections it has open, and up to which version it knows them. */
  z.strictObject({
    kind: z.literal('join'),
    sections: z.array(z.strictObject({ key: SectionKey, version: Version })).max(60),
  }),
  z.strictObject({ kind: z.literal('push'), id: z.int(), ...PushInput.omit({ number: true }).shape }),
  /** Where the person is; null when in no section. */
  z.strictObject({ kind: z.literal('place'), place: Place.nullable() }),
])
export type ClientMessage = z.output<typeof ClientMessage>
export type Place = z.output<typeof Place>

export type Present = { connection: string; personId: string; name: string; place: Place | null }

/** Why a push was not taken. `replaced`: the text it was made in is not the one that stands here. */
export type PushRefusal = 'replaced' | 'unusable' | 'too_long' | 'gone'

export type ServerMessage =
  /** Follows every opening: who one is here, and the sections there are. */
  | { kind: 'welcome'; connection: string; sections: { key: string; heading: string; version: number }[] }
  /** The whole text: the versions between are no longer known, or the editor's was never one of ours. */
  | { kind: 'text'; key: string; version: number; body: string }
  /** `from` is the version before the first of them. */
  | { kind: 'updates'; key: string; from: number; updates: { client: string; changes: unknown }[] }
  /** It is part of the text from this version on; the updates themselves come besides, as for everybody. */
  | { kind: 'taken'; id: number; version: number }
  | { kind: 'refused'; id: number; reason: PushRefusal; message: string }
  | { kind: 'people'; people: Present[] }
  /** What it is called now. */
  | { kind: 'title'; title: string }

/** Why the server ended a connection, in the numbers WebSocket leaves to applications. */
export const closing = { signedOut: 4401, mayNotEdit: 4403, tooMuch: 4429, restarting: 1001 } as const
