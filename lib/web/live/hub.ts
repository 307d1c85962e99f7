import type { Database } from '#lib/db/client.ts'
import { CHANNEL, type Heard, type Renamed } from '#lib/documents/append.ts'
import { type SentUpdate, writeUpdate } from '#lib/documents/model.ts'
import { updatesAfter } from '#lib/documents/queries.ts'
import type { ServerMessage } from '#lib/documents/schema.ts'
import { log } from '#lib/log.ts'
import { PEOPLE_CHANNEL, type Presence, presence } from './presence.ts'

export type Member = { id: string; send: (message: ServerMessage) => void }
export type Room = {
  document: string
  members: Map<string, Member>
  /** Up to where everybody here was told. */
  known: Map<string, number>
  /** Up to where the database says there is something, told here or not. */
  heard: Map<string, number>
  reading: Map<string, boolean>
}

export type Hub = {
  enter: (document: string, member: Member) => Room
  leave: (room: Room, member: Member) => void
  /** Somebody was given a section up to this version; the others in the room may still wait for the last of it. */
  joined: (room: Room, key: string, version: number) => void
  /** What this process took in itself goes out at once, and not again when the database tells of it. */
  taken: (given: { document: string; key: string; from: number; updates: SentUpdate[] }) => void
  presence: Presence
  stop: () => Promise<void>
}

/** Who has which document open in this process. Everybody in a room hears every update of its sections, in order. */
export async function startHub(database: Database): Promise<Hub> {
  const rooms = new Map<string, Room>()
  const people = presence(database, rooms)

  const spread = (room: Room, message: ServerMessage) => {
    for (const member of room.members.values()) member.send(message)
  }
  const goOut = (room: Room, key: string, { from, updates }: { from: number; updates: SentUpdate[] }) => {
    if (updates.length === 0) return
    room.known.set(key, from + updates.length)
    spread(room, { kind: 'updates', key, from, updates })
  }
  /** Reads what is new and hands it out. Asked again while reading, it reads once more afterwards. */
  const readOn = async (room: Room, key: string): Promise<void> => {
    if (room.reading.has(key)) return void room.reading.set(key, true)
    do {
      room.reading.set(key, false)
      const from = room.known.get(key)
      if (from === undefined) break
      const news = await newsSince(database, { document: room.document, key, from })
      // Meanwhile a push of this process may have gone out; what came after it is read once more.
      if (room.known.get(key) !== from) room.reading.set(key, true)
      else if (news) goOut(room, key, { from, updates: news })
    } while (room.reading.get(key))
    room.reading.delete(key)
  }
  const lookAt = (room: Room, key: string) =>
    void readOn(room, key).catch((error: unknown) => {
      room.reading.delete(key)
      log('error', 'Updates of a section could not be read', { subjectId: room.document, error })
    })

  const listening = await database.listen({
    channels: [CHANNEL, PEOPLE_CHANNEL],
    hear: (channel, text) => {
      if (channel === PEOPLE_CHANNEL) return people.hear(text)
      const heard: Heard | Renamed = JSON.parse(text)
      const room = rooms.get(heard.document)
      if (!room) return
      if ('title' in heard) return spread(room, { kind: 'title', title: heard.title })
      const { key, version, updates } = heard
      room.heard.set(key, Math.max(version, room.heard.get(key) ?? 0))
      const known = room.known.get(key) ?? version
      if (known >= version) return
      if (updates && known === version - updates.length) goOut(room, key, { from: known, updates })
      else lookAt(room, key)
    },
    missed: () => {
      for (const room of rooms.values()) for (const key of room.known.keys()) lookAt(room, key)
      people.again()
    },
  })

  return {
    enter: (document, member) => {
      const room: Room = rooms.get(document) ?? {
        document,
        members: new Map(),
        known: new Map(),
        heard: new Map(),
        reading: new Map(),
      }
      rooms.set(document, room)
      room.members.set(member.id, member)
      return room
    },
    joined: (room, key, version) => {
      const known = room.known.get(key) ?? version
      room.known.set(key, known)
      // Something may have come between what the first of a room was read and this.
      if (known < Math.max(version, room.heard.get(key) ?? 0)) lookAt(room, key)
    },
    leave: (room, member) => {
      room.members.delete(member.id)
      if (room.members.size === 0) rooms.delete(room.document)
      people.gone(room, member.id)
    },
    taken: ({ document, key, from, updates }) => {
      const room = rooms.get(document)
      if (!room) return
      // Otherwise something before it is still to be heard of, and this after it: the database tells in its own order.
      if ((room.known.get(key) ?? from) === from) goOut(room, key, { from, updates })
    },
    presence: people,
    stop: async () => {
      people.stop()
      await listening.stop()
    },
  }
}

type Since = { document: string; key: string; from: number }

async function newsSince(database: Database, { document, key, from }: Since): Promise<SentUpdate[] | undefined> {
  return database.asOwner(async (db) => {
    const updates = await updatesAfter({ db }, { postmortemId: document, key, after: from })
    return updates?.map(writeUpdate)
  })
}
