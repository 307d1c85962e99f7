import { collab, getSyncedVersion, sendableUpdates } from '@codemirror/collab'
import { ChangeSet, type EditorState, type Extension, type Text, type Transaction } from '@codemirror/state'
import { readUpdate, receive, type SentUpdate, textOf } from '#lib/documents/model.ts'
import { UPDATES_MAX } from './limits.ts'

/** What shows the text: an editor on the page, or nothing but its state. */
export type Host = {
  readonly state: EditorState
  /** One, or several that follow one another and are shown as one. */
  dispatch(transactions: Transaction | readonly Transaction[]): void
  setState: (state: EditorState) => void
}

export type MakeState = (doc: Text, extensions: Extension) => EditorState

/** Characters of JSON in one message; the server takes a million bytes. */
const MESSAGE_MAX = 250_000

/**
 * One section in one tab: the text on the screen, the text the server confirmed, and what lies between them. It outlives
 * its editor, which React takes down and puts up again as people go back and forth.
 */
export class Section {
  readonly key: string
  client: string
  /** The confirmed text: what the unsent changes were made in. */
  base: Text
  host: Host
  readonly #make: MakeState

  constructor({ key, body, version, make }: { key: string; body: string; version: number; make: MakeState }) {
    this.key = key
    this.#make = make
    this.client = newClient()
    this.base = textOf(body)
    this.host = headless(this.#stateAt(version))
  }

  get version(): number {
    return getSyncedVersion(this.host.state)
  }
  get unsent(): SentUpdate[] {
    return sendableUpdates(this.host.state).map(({ changes }) => ({ client: this.client, changes: changes.toJSON() }))
  }
  get hasUnsent(): boolean {
    return sendableUpdates(this.host.state).length > 0
  }
  /** As many of the first as one message carries. */
  get sendable(): SentUpdate[] {
    let size = 0
    return this.unsent.slice(0, UPDATES_MAX).filter((update, index) => {
      size += JSON.stringify(update.changes).length
      return index === 0 || size < MESSAGE_MAX
    })
  }

  /** False when something between is missing. What is known already is skipped. */
  receive(from: number, updates: readonly SentUpdate[]): boolean {
    const { version } = this
    if (from > version) return false
    const news = updates.slice(version - from).map(readUpdate)
    if (news.length === 0) return true
    this.base = news.reduce((text, { changes }) => changes.apply(text), this.base)
    this.host.dispatch(receive(this.host.state, news))
    return true
  }

  /** Takes the server's text as it stands, whatever was here. The caller has put aside what was unsent. */
  restart(version: number, body: string): void {
    this.client = newClient()
    this.base = textOf(body)
    this.host.setState(this.#stateAt(version))
  }

  #stateAt(version: number): EditorState {
    return this.#make(this.base, collab({ startVersion: version, clientID: this.client }))
  }
}

/** The text with changes that never arrived. */
export function textWith({ base, updates }: { base: string; updates: readonly unknown[] }): string {
  return updates.reduce<Text>((text, changes) => ChangeSet.fromJSON(changes).apply(text), textOf(base)).toString()
}

export function headless(start: EditorState): Host {
  let state = start
  return {
    get state() {
      return state
    },
    dispatch: (transactions) => {
      state = [transactions].flat().at(-1)?.state ?? state
    },
    setState: (next) => {
      state = next
    },
  }
}

// Not randomUUID, which browsers withhold from plain http:// addresses in a closed network.
const newClient = () =>
  [...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(36).padStart(2, '0')).join('')
