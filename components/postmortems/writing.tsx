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
    void import('./editor/live-section.tsx').then(
      ({ open, default: Editor }) => {
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

/**
 * Something known of the connection or of those who write along. `pick` gives a plain value or a part as it stands, so
 * that a component is drawn again when that changed, and not with every key.
 */
export function useStatus<T>({ open }: Writing, pick: (status: Status) => T): T {
  return useSyncExternalStore(
    open?.document.subscribe ?? never,
    () => pick(open?.document.status() ?? atFirst),
    () => pick(atFirst),
  )
}

/** Who is here, or in one section of it. */
export function useNames(writing: Writing, key?: string): string[] {
  // One string, because the same people at another place are no news.
  const names = useStatus(writing, ({ people }) => {
    const meant = people.filter(({ place }) => key === undefined || place?.key === key)
    return [...new Set(meant.map(({ name }) => name))].join('\n')
  })
  return names === '' ? [] : names.split('\n')
}

/** Saved and unsaved take turns with every key; somebody who types reads one of them. */
const CALM_MS = 300

/** Whether something here is not on the server, or was not a moment ago. */
export function useSaving({ open }: Writing): boolean {
  const [saving, setSaving] = useState(true)
  useEffect(() => {
    if (!open) return
    const { document } = open
    let calm: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const { unsent, standing } = document.status()
      if (!unsent && standing !== 'connecting') {
        calm ??= setTimeout(() => setSaving(false), CALM_MS)
        return
      }
      clearTimeout(calm)
      calm = undefined
      setSaving(true)
    }
    look()
    const stop = document.subscribe(look)
    return () => {
      clearTimeout(calm)
      stop()
    }
  }, [open])
  return saving
}
