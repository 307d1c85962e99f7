'use client'

import { type ChangeEvent, useRef } from 'react'
import { TextField } from '#components/ui/text-field.tsx'
import { useWriting } from './writing.tsx'

/** Typing pauses this long before a title is sent; each save is a line in the history. */
const PAUSE_MS = 1_200

/** The title saves itself too, once the editor is there. It is one line, so the last one to save has it. */
export function TitleEditor({ number, label, title }: { number: number; label: string; title: string }) {
  const { open } = useWriting()
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const saved = useRef(title)
  const save = (value: string) => {
    clearTimeout(waiting.current)
    const wanted = value.replace(/\s+/g, ' ').trim()
    if (!open || wanted === '' || wanted === saved.current) return
    saved.current = wanted
    void fetch(`/api/v1/postmortems/${number}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: wanted }),
      keepalive: true,
    }).then(
      ({ ok }) => {
        if (!ok) saved.current = ''
      },
      () => {
        saved.current = ''
      },
    )
  }
  const later = ({ target: { value } }: ChangeEvent<HTMLInputElement>) => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => save(value), PAUSE_MS)
  }
  return (
    <TextField
      name="title"
      label={label}
      defaultValue={title}
      required
      maxLength={200}
      autoComplete="off"
      onChange={later}
      onBlur={({ target: { value } }) => save(value)}
    />
  )
}
