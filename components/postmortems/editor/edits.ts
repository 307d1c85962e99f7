import { EditorSelection, type StateCommand } from '@codemirror/state'
import type { EditorView, KeyBinding } from '@codemirror/view'

type Command = (view: EditorView) => boolean

/** Puts a mark around what is selected, or takes it away where it stands already. */
export function toggleMark(mark: string): Command {
  const command: StateCommand = ({ state, dispatch }) => {
    const size = mark.length
    const change = state.changeByRange(({ from, to }) => {
      const around = state.sliceDoc(from - size, from) === mark && state.sliceDoc(to, to + size) === mark
      if (around)
        return {
          changes: [
            { from: from - size, to: from },
            { from: to, to: to + size },
          ],
          range: EditorSelection.range(from - size, to - size),
        }
      return {
        changes: [
          { from, insert: mark },
          { from: to, insert: mark },
        ],
        range: EditorSelection.range(from + size, to + size),
      }
    })
    dispatch(state.update(change, { userEvent: 'input' }))
    return true
  }
  return command
}

/** `[selected](…)` with the cursor where the address goes; an address that is selected becomes the target. */
export const wrapAsLink: Command = ({ state, dispatch }) => {
  const change = state.changeByRange(({ from, to }) => {
    const selected = state.sliceDoc(from, to)
    const isAddress = /^https?:\/\/\S+$/.test(selected)
    const insert = isAddress ? `[](${selected})` : `[${selected}]()`
    const cursor = isAddress || selected === '' ? from + 1 : from + insert.length - 1
    return { changes: { from, to, insert }, range: EditorSelection.cursor(cursor) }
  })
  dispatch(state.update(change, { userEvent: 'input' }))
  return true
}

/** Begins each selected line with the mark, or takes it away when all have it. */
function toggleLines(markOf: (index: number) => string, known: RegExp): Command {
  return ({ state, dispatch }) => {
    const { from, to } = state.selection.main
    const lines: { from: number; text: string }[] = []
    for (let at = from; ; ) {
      const line = state.doc.lineAt(at)
      lines.push(line)
      if (line.to >= to) break
      at = line.to + 1
    }
    const all = lines.every(({ text }) => known.test(text))
    const changes = lines.map(({ from, text }, index) => {
      const has = known.exec(text)?.[0].length ?? 0
      return { from, to: from + has, insert: all ? '' : markOf(index) }
    })
    dispatch(state.update({ changes, userEvent: 'input' }))
    return true
  }
}

/** As on GitHub, where most who write here have learned them. */
export const markdownShortcuts: readonly KeyBinding[] = [
  { key: 'Mod-b', run: toggleMark('**') },
  { key: 'Mod-i', run: toggleMark('_') },
  { key: 'Mod-e', run: toggleMark('`') },
  { key: 'Mod-k', run: wrapAsLink, stopPropagation: true },
  { key: 'Mod-Shift-8', run: toggleLines(() => '- ', /^[-*] /) },
  { key: 'Mod-Shift-7', run: toggleLines((index) => `${index + 1}. `, /^\d+\. /) },
  { key: 'Mod-Shift-.', run: toggleLines(() => '> ', /^> ?/) },
]
