import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'

type Props = { edit: string; undo: FormAction; children: ReactNode }

/** Says what was changed, in the page rather than in a toast, for as long as it can be taken back. */
export function UndoNotice({ edit, undo, children }: Props) {
  const t = useTranslations('board.undo')
  return (
    <div className="mb-4 print:hidden">
      <Callout tone="ok" live>
        <Form action={undo} className="flex flex-wrap items-center gap-3">
          <span>{children}</span>
          <input type="hidden" name="edit" value={edit} />
          <SubmitButton tone="plain" size="small">
            {t('undo')}
          </SubmitButton>
        </Form>
      </Callout>
    </div>
  )
}
