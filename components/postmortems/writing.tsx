'use client'

import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react'
import type { Exchange } from './editor/line.ts'
import type LiveSection from './editor/live-section.tsx'
import type { Open, Start } from './editor/open.ts'
import { atFirst, type Status } from './editor/status.ts'
import type { EditorText } from './writing-text.ts'

export type Writing = {
  text: EditorText
  /** Undefined until the editor has come; until then, and without scripts, there is a plain form. */
  open: Open | undefined
  Editor: typeof LiveSection | undefined
  preview: (body: string, key: string) => Promise<ReactNode>
}

const Context = createContext<Writing | null>(null)

export function useWriting(): Writing {
  const writing = use(Context)
  if (!writing) throw new Error('WritingRoom is missing above this component.')
  return writing
}

type Props = {
  number: number
  personId: string
  sections: readonly Start[]
  text: EditorText
  preview: Writing['preview']
  /** The conversation with the server where sockets do not come through. */
  exchange: Exchange
  given?: Readonly<Record<string, unknown>>
  children: ReactNode
}

/** Around the form: brings the editor once the page is there, and takes it away with the page. */
export function WritingRoom({ number, personId, sections, text, preview, exchange, given = NOTHING, children }: Props) {
  const [live, setLive] = useState<{ open: Open; Editor: typeof LiveSection }>()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the sections are where it starts; from then on it knows better than a page loaded again.
  useEffect(() => {
    let left = false
    let opened: Open | undefined
    void Promise.all([import('./editor/open.ts'), import('./editor/live-section.tsx')]).then(
      ([{ open }, { default: Editor }]) => {
        if (left) return
        opened = open({ number, personId, sections, text, given, exchange })
        setLive({ open: opened, Editor })
      },
      // The network is gone or the release changed meanwhile: the plain form still saves.
      () => undefined,
    )
    return () => {
      left = true
      opened?.release()
      setLive(undefined)
    }
  }, [number, personId])

  return <Context value={{ text, preview, open: live?.open, Editor: live?.Editor }}>{children}</Context>
}

const NOTHING = {}

const never = () => () => undefined

/** What is known of the connection and of those who write along. */
export function useStatus({ open }: Writing): Status {
  return useSyncExternalStore(
    open?.document.subscribe ?? never,
    open?.document.status ?? (() => atFirst),
    () => atFirst,
  )
}
