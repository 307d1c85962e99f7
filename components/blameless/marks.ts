import { type Extension, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, hoverTooltip, ViewPlugin } from '@codemirror/view'
import type { Finding } from '#lib/blameless/lint.ts'
import type { Hints } from './hints.ts'
import { tip } from './tip.ts'

const setFindings = StateEffect.define<readonly Finding[]>()

/**
 * A quiet line under words that may be put another way, with why and other wordings on pointing at it. Nothing at the
 * margin, nothing red, nothing that moves; the list below the section holds the same for the keyboard.
 */
export function blamelessHints(hints: Hints): Extension {
  const marks = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(shown, { changes, effects }) {
      const given = effects.find((effect) => effect.is(setFindings))
      return given ? decorated(given.value) : shown.map(changes)
    },
    provide: (field) => EditorView.decorations.from(field),
  })
  const follow = ViewPlugin.define((view) => {
    const show = () => {
      const { open, source } = hints.shown()
      // Typed on since: the marks that are there move along until the next look.
      if (source === view.state.doc.toString()) view.dispatch({ effects: setFindings.of(open) })
    }
    const stop = hints.subscribe(show)
    hints.look(view.state.doc.toString())
    // Not at once: a view may not be changed while it is made.
    queueMicrotask(show)
    return {
      update: ({ docChanged, state }) => docChanged && hints.look(state.doc.toString()),
      destroy: stop,
    }
  })
  const tooltip = hoverTooltip((view, at) => {
    let found: { from: number; to: number; finding: Finding } | undefined
    view.state.field(marks).between(at, at, (from, to, { spec }) => {
      found = { from, to, finding: spec.finding as Finding }
      return false
    })
    if (!found) return null
    const { from, to, finding } = found
    return { pos: from, end: to, above: true, create: () => ({ dom: tip({ view, from, to, finding, hints }) }) }
  })
  return [marks, follow, tooltip]
}

function decorated(findings: readonly Finding[]): DecorationSet {
  const mark = (finding: Finding) => Decoration.mark({ class: `cm-hint cm-hint-${finding.level}`, finding })
  return Decoration.set(
    findings.filter(({ start, end }) => end > start).map((finding) => mark(finding).range(finding.start, finding.end)),
    true,
  )
}
