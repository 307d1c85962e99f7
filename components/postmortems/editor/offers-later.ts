import { Compartment, type Extension } from '@codemirror/state'
import { type EditorView, ViewPlugin } from '@codemirror/view'
import type { EditorExtension, SectionPlace } from './extension.ts'

/** A tenth of the editor is the popup of offers. It comes when somebody first stands in the text, and typing never waits for it. */
export function offersLater(place: SectionPlace, extensions: readonly EditorExtension[]): Extension {
  const slot = new Compartment()
  const nothing: Extension = []
  const bring = async (view: EditorView) => {
    const { offers, offerNow } = await import('./offers.ts')
    // The state outlives its view, and either may have been replaced meanwhile.
    if (slot.get(view.state) !== nothing || !view.dom.isConnected) return
    view.dispatch({ effects: slot.reconfigure(offers(place, extensions)) })
    // For whoever was faster and has typed the slash already; anywhere else it offers nothing.
    if (view.hasFocus) offerNow(view)
  }
  // Without a network there are no offers, until the text is stood in again.
  const wanted = (view: EditorView) => {
    if (slot.get(view.state) === nothing) void bring(view).catch(() => undefined)
  }
  const plugin = ViewPlugin.define(
    (view) => {
      if (view.hasFocus) wanted(view)
      return {}
    },
    { eventHandlers: { focus: (_, view) => wanted(view) } },
  )
  return [slot.of(nothing), plugin]
}
