import { type Extension, Prec, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, keymap, ViewPlugin } from '@codemirror/view'
import type { Range, SectionTalk } from './section-talk.ts'

const setRanges = StateEffect.define<readonly Range[]>()

/** A tint under the words somebody commented on, and the key that comments on what is selected. */
export function commentMarks(talk: SectionTalk): Extension {
  const marks = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(shown, { changes, effects }) {
      const given = effects.find((effect) => effect.is(setRanges))
      return given ? decorated(given.value) : shown.map(changes)
    },
    provide: (field) => EditorView.decorations.from(field),
  })
  const follow = ViewPlugin.define((view) => {
    let gone = false
    const show = () => {
      // The news may come while this very view is being updated.
      queueMicrotask(() => {
        if (!gone && talk.agrees()) view.dispatch({ effects: setRanges.of(talk.ranges()) })
      })
    }
    const stop = talk.subscribe(show)
    return {
      update: ({ docChanged, changes }) => {
        if (!docChanged) return
        talk.moved(({ from, to }) => ({ from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) }))
      },
      destroy: () => {
        gone = true
        stop()
      },
    }
  })
  const key = { key: 'Ctrl-Alt-m', run: (view: EditorView) => commentOnSelection(view, talk) }
  return [marks, follow, Prec.high(keymap.of([key]))]
}

export function commentOnSelection({ state }: EditorView, talk: SectionTalk): boolean {
  const { from, to } = state.selection.main
  if (from === to || !talk.given.mayComment) return false
  talk.compose({ from, to })
  return true
}

const mark = Decoration.mark({ class: 'cm-commented' })
const decorated = (ranges: readonly Range[]) =>
  Decoration.set(
    ranges.map(({ from, to }) => mark.range(from, to)),
    true,
  )
