import type { Present } from '#lib/documents/schema.ts'

/** Text that could not be put where it was meant to be: the one who wrote it decides what becomes of it. */
export type Offer = { client: string; key: string; text: string; at: number }

export type Standing = 'connecting' | 'open' | 'offline' | 'signed_out' | 'may_not'
export type Status = {
  standing: Standing
  /** Something typed here is not on the server yet. */
  unsent: boolean
  /** It is longer than a section may be, and waits until it is shorter. */
  tooLong: readonly string[]
  /** The device refuses to store, so closing the tab would lose what is unsent. */
  deviceFull: boolean
  people: readonly Present[]
  /** What the server last said it is called. */
  title: string | null
  offers: readonly Offer[]
}

export const atFirst: Status = {
  standing: 'connecting',
  unsent: false,
  tooLong: [],
  deviceFull: false,
  people: [],
  title: null,
  offers: [],
}
