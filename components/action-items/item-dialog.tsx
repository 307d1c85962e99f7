'use client'

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { SectionPlace } from '#components/postmortems/editor/extension.ts'
import { Button } from '#components/ui/button.tsx'
import { type ItemGiven, quoteLabel, titleFrom } from './from-text.ts'

type Props = { quote: string; given: ItemGiven; place: SectionPlace; onLeave: () => void }

/** It holds no form, because the page's own form is around it and forms cannot be nested. */
export default function ItemDialog({ quote, given, place, onLeave }: Props) {
  const { text, priorities } = given
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [fields, setFields] = useState({
    title: titleFrom(quote),
    why: quoteLabel(quote),
    doneWhen: '',
    priority: 'p2',
    dueOn: given.dueOn,
  })
  const [state, setState] = useState<{ sending?: boolean; problem?: string; done?: string }>({})
  useEffect(() => dialog.current?.showModal(), [])
  const set = (name: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [name]: event.target.value })

  async function send(): Promise<void> {
    if (state.sending || fields.title.trim() === '') return
    setState({ sending: true })
    const answer = await Promise.resolve(given.propose({}, formOf({ fields, quote, given, place }))).catch(
      () => undefined,
    )
    if (answer?.done) setState({ done: answer.done })
    else setState({ problem: answer?.fields?.[0]?.message ?? answer?.message ?? text.failed })
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-heading`}
      className="dialog"
      onClose={onLeave}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && event.target instanceof HTMLInputElement) {
          event.preventDefault()
          void send()
        }
      }}
    >
      <div className="flex flex-col gap-4">
        <h2 id={`${id}-heading`} className="text-lg font-semibold">
          {text.heading}
        </h2>
        <blockquote className="max-h-28 overflow-y-auto whitespace-pre-wrap border-l-2 border-accent pl-3 text-sm text-muted">
          {quote}
        </blockquote>
        {state.done ? (
          <p role="status">{state.done}</p>
        ) : (
          <>
            <Labelled id={`${id}-title`} label={text.title}>
              <input
                id={`${id}-title`}
                className="control"
                maxLength={200}
                value={fields.title}
                onChange={set('title')}
              />
            </Labelled>
            <Labelled id={`${id}-why`} label={text.why}>
              <input
                id={`${id}-why`}
                className="control"
                maxLength={80}
                aria-describedby={`${id}-why-hint`}
                value={fields.why}
                onChange={set('why')}
              />
              <p id={`${id}-why-hint`} className="text-sm text-muted">
                {text.whyHint}
              </p>
            </Labelled>
            <Labelled id={`${id}-done`} label={text.doneWhen}>
              <input
                id={`${id}-done`}
                className="control"
                maxLength={2000}
                value={fields.doneWhen}
                onChange={set('doneWhen')}
              />
            </Labelled>
            <div className="grid gap-4 sm:grid-cols-2">
              <Labelled id={`${id}-priority`} label={text.priority}>
                <select id={`${id}-priority`} className="control" value={fields.priority} onChange={set('priority')}>
                  {priorities.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </Labelled>
              <Labelled id={`${id}-due`} label={text.dueOn}>
                <input id={`${id}-due`} type="date" className="control" value={fields.dueOn} onChange={set('dueOn')} />
              </Labelled>
            </div>
            <p className="text-sm text-muted">{text.proposed}</p>
          </>
        )}
        {state.problem && (
          <p role="alert" className="text-sm text-danger">
            {state.problem}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          {!state.done && (
            <Button tone="primary" aria-disabled={Boolean(state.sending)} onClick={() => void send()}>
              {text.submit}
            </Button>
          )}
          <Button tone="quiet" onClick={() => dialog.current?.close()}>
            {state.done ? text.back : text.cancel}
          </Button>
        </div>
      </div>
    </dialog>
  )
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
    </div>
  )
}

type Filled = { fields: Record<string, string> & { why: string }; quote: string; given: ItemGiven; place: SectionPlace }

/** Why there is such an item, is a link to the words it came from. */
function formOf({ fields: { why, ...fields }, quote, given, place: { number, key } }: Filled): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, team: given.team })) form.set(name, value)
  form.set('links.0.label', why.trim() || quoteLabel(quote))
  form.set('links.0.url', `${location.origin}/postmortems/${number}#${key}`)
  return form
}
