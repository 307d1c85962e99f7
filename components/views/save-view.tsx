import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Option } from '#lib/options.ts'
import { type ListName, viewHref } from '#lib/views/model.ts'
import type { ViewOut } from '#lib/views/schema.ts'
import { NewViewForm } from './view-fields.tsx'

type Props = {
  list: ListName
  current: ViewOut | null
  mayEdit: boolean
  maySave: boolean
  query: string
  teams: Option[]
  save: FormAction
  update: FormAction
}

/** What the list shows now, under a name; or what changed in one that has a name already. */
export function SaveView({ list, current, mayEdit, maySave, query, teams, save, update }: Props) {
  const t = useTranslations('views')
  if (!maySave || current?.query === query) return null
  return (
    <div className="mb-4 flex flex-wrap items-start gap-x-4 gap-y-2 print:hidden">
      {current && (
        <Form action={update} className="flex flex-wrap items-center gap-2">
          <span className="text-muted">{t('changed', { name: current.name })}</span>
          <input type="hidden" name="id" value={current.id} />
          <input type="hidden" name="query" value={query} />
          {mayEdit && (
            <SubmitButton tone="plain" size="small">
              {t('saveChange')}
            </SubmitButton>
          )}
          <LinkButton href={viewHref(current)} size="small" tone="quiet">
            {t('reset')}
          </LinkButton>
        </Form>
      )}
      <Disclosure summary={t('saveAs')}>
        <NewViewForm {...{ list, query, teams, save }} />
      </Disclosure>
    </div>
  )
}
