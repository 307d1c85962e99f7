import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Decision } from '#lib/decision.ts'
import { LinkButton } from './button.tsx'
import { Callout } from './callout.tsx'
import { type Compared, Conflict, VersionField } from './conflict.tsx'
import { Form } from './form.tsx'
import type { FormAction } from './form-state.ts'
import { SubmitButton } from './submit-button.tsx'

/** The form that begins or changes one thing: why it may not be sent, what somebody else changed, its fields, and the ways on and back. */
export function RecordForm({
  action,
  may,
  version,
  compared,
  submit,
  backHref,
  className = 'flex max-w-2xl flex-col gap-5',
  children,
}: {
  action: FormAction
  may: Decision
  /** For what two people may change at once. */
  version?: number
  compared?: Compared[]
  submit: ReactNode
  backHref?: string
  className?: string
  children: ReactNode
}) {
  const t = useTranslations('ui')
  return (
    <Form action={action} className={className}>
      {!may.allowed && <Callout tone="warn">{may.reason}</Callout>}
      {version !== undefined && <VersionField version={version} />}
      {compared && <Conflict compared={compared} />}
      {children}
      <div className="flex gap-2">
        <SubmitButton aria-disabled={!may.allowed}>{submit}</SubmitButton>
        {backHref && (
          <LinkButton href={backHref} tone="quiet">
            {t('cancel')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}
