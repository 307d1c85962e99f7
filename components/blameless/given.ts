import type { FormAction } from '#components/ui/form-state.ts'
import type messages from '#content/messages/en.json'
import type { Dismissed } from '#lib/blameless/dismissed.ts'
import type { Facts } from '#lib/blameless/lint.ts'

/** Every sentence about hints. They come with the page, so no translation library is sent along. */
export type HintsText = (typeof messages)['hints']

/** What the page hands over besides the text. The names are needed to notice them; nothing is sent back. */
export type HintsGiven = {
  text: HintsText
  names: readonly string[]
  facts: Facts
  dismissed: Dismissed
  mayDismiss: boolean
  mayDismissForEveryone: boolean
  actions: { dismiss: FormAction; bringBack: FormAction; dismissForEveryone: FormAction }
}
