import type { ReactNode } from 'react'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'

type Props = {
  action: FormAction
  fields: Record<string, string | number>
  /** The whole of it, for those who hear the button without what stands around it. */
  label: string
  quiet?: boolean
  children: ReactNode
}

/** One press that says something of two incidents. */
export function PairForm({ action, fields, label, quiet = false, children }: Props) {
  return (
    <Form action={action} className="flex max-w-full flex-col gap-2">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton tone={quiet ? 'quiet' : 'plain'} size="small" aria-label={label}>
        {children}
      </SubmitButton>
    </Form>
  )
}
