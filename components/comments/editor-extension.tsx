'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { startItem } from '#components/action-items/from-text.ts'
import type { EditorExtension, SectionPlace } from '#components/postmortems/editor/extension.ts'
import { Composer } from './composer.tsx'
import { commentMarks, commentOnSelection } from './editor-marks.ts'
import { mentionSource } from './mention-source.ts'
import { type SectionTalk, type Shown, talkAt } from './section-talk.ts'

/** Comments and mentions in the editor of a section. The page gives `talk`, or there are none. */
export const commentsExtension: EditorExtension = {
  name: 'comments',
  extend: (place) => {
    const talk = talkAt(place)
    return talk ? commentMarks(talk) : []
  },
  complete: (place) => {
    const talk = talkAt(place)
    return talk ? mentionSource(talk.given) : () => null
  },
  onSelection: [
    {
      name: 'comment',
      label: ({ comment }) => comment,
      run: (view, place) => {
        const talk = talkAt(place)
        if (talk) commentOnSelection(view, talk)
      },
    },
  ],
  Below,
}

function Below({ place }: { place: SectionPlace }) {
  const talk = useMemo(() => talkAt(place), [place])
  return talk ? <Here place={place} talk={talk} /> : null
}

const nothing: Shown = { threads: [], composing: false }

function Here({ place, talk }: { place: SectionPlace; talk: SectionTalk }) {
  const { threads, composing } = useSyncExternalStore(talk.subscribe, talk.shown, () => nothing)
  const { text } = talk.given
  const anchor = talk.anchor()
  const host = place.document.section(place.key)?.host
  const back = () => host && 'focus' in host && typeof host.focus === 'function' && host.focus()
  return (
    <>
      {composing && anchor && host && (
        <Composer
          talk={talk}
          quote={host.state.sliceDoc(anchor.from, anchor.to)}
          onLeave={back}
          onItem={(text) => startItem(place, text)}
        />
      )}
      {threads.length > 0 && (
        <div className="border-t border-line px-3 py-1.5 text-sm text-muted">
          <span>{text.here}: </span>
          {threads.map(({ id, quote }) => (
            <a key={id} href={`#t-${id}`} className="mr-2 inline-block max-w-56 truncate align-bottom text-accent">
              {quote ? `“${quote}”` : text.whole}
            </a>
          ))}
        </div>
      )}
    </>
  )
}
