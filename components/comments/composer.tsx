'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useMentions } from './mention-area.tsx'
import type { SectionTalk } from './section-talk.ts'

type Props = {
  talk: SectionTalk
  quote: string
  onLeave: () => void
  /** Makes an action item of what is selected in the comment. */
  onItem: (text: string) => void
}

/**
 * Below the section, not over it: the words stay in sight. It is no form, because the page's own form is around it and
 * forms cannot be nested.
 */
export function Composer({ talk, quote, onLeave, onItem }: Props) {
  const { text: words, people } = talk.given
  const mentions = useMentions({ people: async () => people, words })
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [replacement, setReplacement] = useState<string | null>(null)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState('')
  useEffect(() => field.current?.focus(), [])
  const leave = () => {
    talk.cancel()
    onLeave()
  }
  const send = async () => {
    if (sending || (text.trim() === '' && replacement === null)) return
    setSending(true)
    setProblem('')
    const wrong = await talk.send({ text, replacement }).catch(() => words.failed)
    setSending(false)
    if (wrong) setProblem(wrong)
    else onLeave()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of the form around it.
    <div
      role="group"
      aria-label={words.about}
      className="flex flex-col gap-2.5 border-t border-line p-3 text-base"
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
      }}
    >
      <blockquote className="max-h-24 overflow-y-auto whitespace-pre-wrap border-l-2 border-warn-edge pl-2.5 text-sm text-muted">
        {quote}
      </blockquote>
      <label htmlFor={`${id}-text`} className="font-medium">
        {words.about}
      </label>
      <div className="relative">
        <textarea
          {...mentions.wiring}
          ref={field}
          id={`${id}-text`}
          rows={3}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            mentions.wiring.onKeyDown(event)
            const selected = selectedIn(event.currentTarget)
            if (!isItemKey(event) || selected === '') return
            event.preventDefault()
            onItem(selected)
          }}
          className="control control-area w-full"
        />
        {mentions.list}
      </div>
      {replacement === null ? (
        <div>
          <Button tone="quiet" size="small" onClick={() => setReplacement(quote)}>
            {words.suggest}
          </Button>
        </div>
      ) : (
        <>
          <label htmlFor={`${id}-replacement`} className="font-medium">
            {words.replacement}
          </label>
          <textarea
            id={`${id}-replacement`}
            rows={3}
            maxLength={4000}
            value={replacement}
            onChange={(event) => setReplacement(event.target.value)}
            className="control control-area"
          />
        </>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button tone="primary" size="small" aria-disabled={sending} onClick={() => void send()}>
          {words.send}
        </Button>
        <Button tone="quiet" size="small" onClick={leave}>
          {words.cancel}
        </Button>
        <span role="status" className="text-sm text-muted">
          {sending ? words.waiting : ''}
        </span>
      </div>
      {problem && (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}

const isItemKey = ({ key, shiftKey, ctrlKey, metaKey }: React.KeyboardEvent) =>
  key.toLowerCase() === 'a' && shiftKey && (ctrlKey || metaKey)

const selectedIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) =>
  value.slice(selectionStart, selectionEnd).trim()
