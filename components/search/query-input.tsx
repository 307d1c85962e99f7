'use client'

import { Search } from 'lucide'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { useAnswers } from '#components/ui/use-answers.ts'
import type { Completion } from '#lib/search/complete.ts'

type Props = {
  q: string
  max: number
  /** Answers `?q=` with `Completion[]`. */
  completeUrl: string
  text: { label: string; placeholder: string; ways: string }
}

/** Long enough that a word is typed in one go, short enough that the list follows the hand. */
const pauseMs = 250

/** The beginning of a word, or of the value of a field, is what can be gone on with. */
const endsInWord = /(?:^|\s)-?[A-Za-z]{2,}(?::\S*)?$/

/** A text field that offers how an operator may go on, and asks again while one types. */
export function QueryInput({ q, max, completeUrl, text }: Props) {
  const router = useRouter()
  const [value, setValue] = useState(q)
  const [at, setAt] = useState(-1)
  const field = useRef<HTMLInputElement>(null)
  const typed = useRef(q)
  const [asking, setAsking] = useState(false)
  const ways = useAnswers<Completion>({ url: completeUrl, query: asking && endsInWord.test(value) ? value : null })
  const close = () => setAsking(false)

  // What was typed before the script had come is in the field alone, and React would put back what the server sent.
  useLayoutEffect(() => {
    if (!field.current?.value || field.current.value === typed.current) return
    setValue(field.current.value)
    setAsking(document.activeElement === field.current)
  }, [])

  // The address changed by a chip, a facet or the way back, not by typing here.
  useEffect(() => {
    if (q !== typed.current.trim()) setValue(q)
    typed.current = q
  }, [q])

  useEffect(() => {
    if (value.trim() === typed.current.trim()) return
    const timer = setTimeout(() => {
      typed.current = value
      router.replace(`/search?${new URLSearchParams({ q: value.trim() })}`, { scroll: false })
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [value, router])

  const take = ({ q: next }: Completion) => {
    setValue(next)
    setAt(-1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const way = ways[at]
    if (event.key === 'ArrowDown' && ways.length === 0) firstResult()?.focus()
    else if (event.key === 'ArrowDown') setAt((at + 1) % ways.length)
    else if (event.key === 'ArrowUp' && ways.length > 0) setAt((at <= 0 ? ways.length : at) - 1)
    else if (event.key === 'Escape' && ways.length > 0) close()
    else if (event.key === 'Enter' && way) take(way)
    else if (event.key === 'Tab' && way) take(way)
    else return
    event.preventDefault()
  }

  return (
    <div className="relative min-w-0 flex-1">
      <Icon icon={Search} className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4.5 text-faint" />
      <input
        ref={field}
        name="q"
        type="search"
        role="combobox"
        aria-label={text.label}
        aria-autocomplete="list"
        aria-expanded={ways.length > 0}
        aria-controls="query-ways"
        aria-activedescendant={at >= 0 && ways[at] ? `query-way-${at}` : undefined}
        value={value}
        maxLength={max}
        placeholder={text.placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setValue(event.target.value)
          setAsking(true)
          setAt(-1)
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
        className="control border-edge pl-10"
      />
      <div
        id="query-ways"
        role="listbox"
        aria-label={text.ways}
        hidden={ways.length === 0}
        className="absolute inset-x-0 top-full z-10 mt-1 rounded-lg bg-raised p-1 shadow-floating"
      >
        {ways.map((way, index) => (
          <div
            key={way.label}
            id={`query-way-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // Before the field loses the focus, which closes the list.
            onPointerDown={(event) => {
              event.preventDefault()
              take(way)
            }}
            className="flex min-h-8 cursor-pointer items-center gap-3 rounded-md px-2.5 hover:bg-hover aria-selected:bg-hover pointer-coarse:min-h-11"
          >
            <span className="font-medium">{way.label}</span>
            <span className="min-w-0 truncate text-sm text-muted">{way.detail}</span>
          </div>
        ))}
      </div>
    </div>
  )
}

const firstResult = () => document.querySelector<HTMLElement>('[data-result]')
