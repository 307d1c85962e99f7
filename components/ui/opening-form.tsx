import type { ComponentProps, ReactNode } from 'react'
import { Disclosure } from './disclosure.tsx'
import { Form } from './form.tsx'
import type { FormAction } from './form-state.ts'
import { SubmitButton } from './submit-button.tsx'

/** A form that opens under its button; `summary` names it for everybody who cannot see where it stands. */
export function OpeningForm({
  summary,
  action,
  submit,
  open = false,
  children,
  ...look
}: Pick<ComponentProps<typeof SubmitButton>, 'tone' | 'size'> & {
  summary: string
  action: FormAction
  submit: string
  open?: boolean
  children: ReactNode
}) {
  return (
    <Disclosure summary={summary} open={open}>
      <Form action={action} className="flex max-w-2xl flex-col gap-4">
        {children}
        <div>
          <SubmitButton {...look}>{submit}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  )
}
