import type { FormAction } from '#components/ui/form-state.ts'
import type messages from '#content/messages/en.json'

/** An open thread of a section, where it stands in that version of its text. */
export type Mark = {
  id: string
  section: string
  quote: string
  place: { version: number; from: number; to: number } | null
}

/** What the page hands to the editor. */
export type TalkGiven = {
  text: (typeof messages)['comments']['editor']
  people: readonly { id: string; name: string; reads: boolean }[]
  mayComment: boolean
  /** The open threads, as they are now. */
  look: () => Promise<Mark[]>
  start: FormAction
}
