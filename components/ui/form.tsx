'use client'

import { type ReactNode, useActionState, useEffect, useId, useMemo, useRef } from 'react'
import { type FormState, NONCE_FIELD } from '#lib/form-state.ts'
import { Callout } from './callout.tsx'
import { type FormAction, FormContext, fieldId } from './form-state.ts'
import { useUiText } from './ui-text.tsx'

/**
 * A form whose action answers with what is left to do. It works without scripts; with them it stays on the page, keeps
 * what was typed and moves to the first field that needs another look.
 */
export function Form({
  action,
  children,
  className = 'flex max-w-xl flex-col gap-5',
  initial = {},
  id: given,
}: {
  action: FormAction
  children: ReactNode
  className?: string
  initial?: FormState
  /** For fields that stand elsewhere in the page and name it in `form`. */
  id?: string
}) {
  const [state, send] = useActionState(action, initial)
  const id = useId()
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (!state.message && !state.fields?.length) return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const target = first ?? form.current?.querySelector<HTMLElement>('[data-summary]')
    target?.focus()
  }, [state])

  // React empties a form after every action, also a refused one; that would throw away what the person typed.
  const refused = Boolean(state.message || state.fields?.length)
  return (
    <FormContext value={{ id, state }}>
      <form
        ref={form}
        id={given}
        action={send}
        noValidate
        className={className}
        onReset={(event) => refused && event.preventDefault()}
      >
        <Nonce state={state} />
        <Summary id={id} state={state} />
        {children}
      </form>
    </FormContext>
  )
}

/** One per answer: a double press sends the same wish twice, a later press is a new one. Server and browser may differ. */
function Nonce({ state }: { state: FormState }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is what makes it new.
  const nonce = useMemo(randomHex, [state])
  return <input type="hidden" name={NONCE_FIELD} value={nonce} suppressHydrationWarning />
}

/** Not `randomUUID`, which browsers withhold from plain http:// addresses in a closed network. */
const randomHex = () =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

function Summary({ id, state }: { id: string; state: FormState }) {
  const text = useUiText()
  const problems = state.fields ?? []
  if (state.done) {
    return (
      <Callout tone="ok" live>
        {state.done}
      </Callout>
    )
  }
  if (!state.message && problems.length === 0) return null
  return (
    <div role="alert" data-summary tabIndex={-1} className="rounded-lg">
      <Callout tone="danger" title={state.message ?? text.formProblem}>
        {problems.length > 0 && (
          <ul className="flex flex-col gap-0.5">
            {problems.map((problem) => (
              <li key={`${problem.field}${problem.message}`}>
                <a href={problem.href ?? `#${fieldId(id, problem.field)}`} className="underline underline-offset-2">
                  {problem.message}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Callout>
    </div>
  )
}
