'use client'

import { use, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { FormContext } from '#components/ui/form-state.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { titleOnDevice } from './kept-title.ts'
import { useStatus, useWriting } from './writing.tsx'
import { filled } from './writing-text.ts'

/** Typing pauses this long before a title is sent; each save is a line in the history. */
const PAUSE_MS = 1_200

type Props = { number: number; personId: string; label: string; title: string }
/** Two titles that both want to stand. */
type Contest = { mine: string; theirs: string }

/**
 * The title saves itself too, once the editor is there. What is typed is on this device with the key that typed it, and a
 * save names the title it began with. What somebody else calls it meanwhile stands here at once for whoever has not touched
 * it; for whoever has, both are shown and nobody's is lost.
 */
export function TitleEditor({ number, personId, label, title }: Props) {
  const { text } = useWriting()
  const { box, shown, standing, contest, typed, left, settle } = useTitle({ number, personId, title })
  const told = use(FormContext)?.state.conflict
  return (
    <div className="flex flex-col gap-3">
      {contest && (
        <Callout tone="warn" title={text.titleTheirs} live>
          <p className="mb-3">{filled(text.titleTheirsWhy, contest)}</p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => settle(contest.mine)}>{text.titleMine}</Button>
            <Button tone="quiet" onClick={() => settle(contest.theirs)}>
              {text.titleKeep}
            </Button>
          </div>
        </Callout>
      )}
      <input type="hidden" name="titleWas" value={titleIn(told) ?? standing} />
      <TextField
        ref={box}
        name="title"
        label={label}
        defaultValue={shown}
        required
        maxLength={200}
        autoComplete="off"
        onChange={({ target: { value } }) => typed(value)}
        onBlur={({ target: { value } }) => left(value)}
      />
    </div>
  )
}

const cleaned = (value: string) => value.replace(/\s+/g, ' ').trim()

function useTitle({ number, personId, title }: Omit<Props, 'label'>) {
  const writing = useWriting()
  const { open } = writing
  const told = useStatus(writing, (status) => status.title)
  const device = useMemo(() => titleOnDevice(number, personId), [number, personId])
  const box = useRef<HTMLInputElement>(null)
  const [shown, setShown] = useState(title)
  const show = (value: string) => {
    typing.current = value
    setShown(value)
    if (box.current) rewrite(box.current, value)
  }
  const [standing, setStanding] = useState(title)
  const [contest, setContest] = useState<Contest | null>(null)
  // Until one of two titles is chosen none is sent.
  const contested = useRef(false)
  const contend = (between: Contest | null) => {
    contested.current = between !== null
    setContest(between)
  }
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  // What the server is known to have, for what runs between two drawings.
  const base = useRef(title)
  const typing = useRef(title)
  const onItsWay = useRef<string>(undefined)
  const sending = useRef<Promise<void>>(Promise.resolve())

  const stands = (value: string) => {
    base.current = value
    setStanding(value)
  }
  const send = async (wanted: string) => {
    if (!open || contested.current || wanted === '' || wanted === base.current) return
    const titleWas = base.current
    onItsWay.current = wanted
    const answer = await patchTitle(number, { title: wanted, titleWas })
    onItsWay.current = undefined
    const theirs = answer?.status === 409 ? titleIn((await answer.json()).current) : undefined
    if (theirs !== undefined) return contend({ mine: wanted, theirs })
    // Anything else than yes leaves it on this device, for the next key or the next visit.
    if (!answer?.ok) return
    // Unless it was told by now what stands, this or a later one.
    if (base.current === titleWas) stands(wanted)
    if (device.kept()?.text === wanted) device.forget()
  }
  // One after the other, so that each names the title the one before it left.
  const save = (value: string) => {
    clearTimeout(waiting.current)
    sending.current = sending.current.then(() => send(cleaned(value)))
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was left behind is looked at once, when the editor has come.
  useEffect(() => {
    if (!open) return
    const kept = device.kept()
    if (kept === null || kept.text === title || kept.text === '') device.forget()
    else if (kept.base === title) {
      show(kept.text)
      save(kept.text)
    } else {
      typing.current = kept.text
      contend({ mine: kept.text, theirs: title })
    }
    const again = () => save(device.kept()?.text ?? base.current)
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [open])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each title is heard once, whatever was typed since.
  useEffect(() => {
    if (told === null || told === base.current) return
    const mine = cleaned(typing.current)
    if (told === onItsWay.current || told === mine) {
      stands(told)
      contend(null)
    } else if (mine !== base.current || contested.current) contend({ mine, theirs: told })
    else {
      stands(told)
      show(told)
    }
  }, [told])

  return {
    box,
    shown,
    standing,
    contest,
    typed: (value: string) => {
      typing.current = value
      const wanted = cleaned(value)
      if (contest) setContest({ ...contest, mine: wanted })
      if (wanted !== base.current) device.keep({ base: base.current, text: wanted })
      else device.forget()
      clearTimeout(waiting.current)
      waiting.current = setTimeout(() => save(value), PAUSE_MS)
    },
    left: save,
    settle: (chosen: string) => {
      if (contest) stands(contest.theirs)
      contend(null)
      device.forget()
      show(chosen)
      save(chosen)
    },
  }
}

/** Whoever stands in it goes on standing there. */
function rewrite(box: HTMLInputElement, value: string): void {
  const { selectionStart, selectionEnd } = box
  box.value = value
  if (box.ownerDocument.activeElement === box) box.setSelectionRange(selectionStart, selectionEnd)
}

const patchTitle = (number: number, body: { title: string; titleWas: string }) =>
  fetch(`/api/v1/postmortems/${number}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    keepalive: true,
    body: JSON.stringify(body),
  }).catch(() => null)

/** What stands there now, where an answer says so. */
function titleIn(current: unknown): string | undefined {
  if (current === null || typeof current !== 'object' || !('title' in current)) return undefined
  return typeof current.title === 'string' ? current.title : undefined
}
