'use client'

import { type MouseEvent, useState } from 'react'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Status } from './editor/status.ts'
import { useNames, useSaving, useStatus, useWriting, type Writing } from './writing.tsx'
import { type EditorText, filled } from './writing-text.ts'

/** Longer than a slow network takes. Past it the device keeps what is unsent, and says so. */
const SETTLE_MS = 3_000

/** Below the text: whether it is safe, who else is here, and the way out. Without scripts, the button that saves. */
export function WritingBar({ save, headings }: { save: string; headings: Readonly<Record<string, string>> }) {
  const writing = useWriting()
  const { text, open } = writing
  if (!open) return <SubmitButton>{save}</SubmitButton>
  return (
    <>
      <SubmitButton onClick={(event) => void leaveWhenSafe(event, writing)}>{text.done}</SubmitButton>
      <SaveState writing={writing} headings={headings} />
      <Colleagues writing={writing} />
      <Words writing={writing} />
    </>
  )
}

/** The form then saves the title, and leads to the page, which must show what was typed last. */
async function leaveWhenSafe(event: MouseEvent<HTMLButtonElement>, { open }: Writing): Promise<void> {
  if (!open?.document.status().unsent) return
  event.preventDefault()
  const { form } = event.currentTarget
  await Promise.race([
    new Promise<void>((resolve) => {
      const stop = open.document.subscribe(() => {
        if (open.document.status().unsent) return
        stop()
        resolve()
      })
    }),
    new Promise((resolve) => setTimeout(resolve, SETTLE_MS)),
  ])
  // Still here: the line beside the button says why, and leaving would show a text without it.
  if (!open.document.status().unsent) form?.requestSubmit()
}

function SaveState({ writing, headings }: { writing: Writing; headings: Readonly<Record<string, string>> }) {
  const { text } = writing
  const saving = useSaving(writing)
  const trouble = useStatus(writing, (status) => troubleOf(status, text, headings))
  return (
    <p className="flex min-w-0 items-center text-sm text-muted">
      {/* Announced only when something needs attention: "Saved" after every word would be noise. */}
      <span role="status" className={trouble ? 'font-medium text-warn' : 'sr-only'}>
        {trouble}
      </span>
      {!trouble && <span data-save-state>{saving ? text.saving : text.saved}</span>}
    </p>
  )
}

function troubleOf(status: Status, text: EditorText, headings: Readonly<Record<string, string>>): string {
  const [long] = status.tooLong
  if (status.deviceFull && status.unsent) return text.deviceFull
  if (long) return filled(text.tooLong, { heading: headings[long] ?? long })
  if (status.standing === 'signed_out') return text.signedOut
  if (status.standing === 'may_not') return text.mayNot
  if (status.standing === 'offline') return status.unsent ? text.offlineKept : text.offline
  return ''
}

function Colleagues({ writing }: { writing: Writing }) {
  const { text } = writing
  const names = useNames(writing)
  if (names.length === 0) return null
  return (
    <ul aria-label={text.alsoHere} className="flex items-center gap-1">
      {names.slice(0, 6).map((name) => (
        <li key={name} title={name}>
          <Avatar name={name} size="small" />
          <span className="sr-only">{name}</span>
        </li>
      ))}
      {names.length > 6 && <li className="text-sm text-muted">+{names.length - 6}</li>}
    </ul>
  )
}

function Words({ writing }: { writing: Writing }) {
  const [count, setCount] = useState<number>()
  const { text, open } = writing
  const ask = () => {
    const keys = [...(open?.places.keys() ?? [])]
    const all = keys.map((key) => open?.document.section(key)?.host.state.doc.toString() ?? '').join('\n')
    setCount(
      [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(all)].filter(({ isWordLike }) => isWordLike)
        .length,
    )
  }
  return (
    <Button tone="quiet" size="small" className="ml-auto max-sm:hidden" onClick={ask}>
      {count === undefined ? text.countWords : filled(text.words, { count: count.toLocaleString() })}
    </Button>
  )
}
