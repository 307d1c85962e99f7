import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Option } from '#lib/options.ts'
import { mayBegin, viewHref } from '#lib/views/model.ts'
import type { ViewOut } from '#lib/views/schema.ts'
import { ViewFields } from './view-fields.tsx'

type ListProps = {
  views: readonly ViewOut[]
  editable: ReadonlySet<string>
  teams: Option[]
  update: FormAction
  remove: FormAction
  begin: FormAction
}

/** Everything that can be done with a view. */
export function ViewList({ views, editable, teams, update, remove, begin }: ListProps) {
  const t = useTranslations('views')
  return (
    <ul className="flex flex-col gap-3">
      {views.map((view) => (
        <li key={view.id} className="rounded-lg border border-line bg-raised px-4 py-3 shadow-raised">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2">
                <Badge>{t(`lists.${view.list}`)}</Badge>
                <Link href={viewHref(view)} className="font-medium hover:underline">
                  {view.name}
                </Link>
                {view.isDefault && <Badge tone="info">{t('default')}</Badge>}
              </p>
              <p className="text-sm text-muted">
                {t(`sharing.${view.sharing}`)}
                {view.team && ` ${view.team.name}`}
                {' · '}
                {t('by', { name: view.by.name })}
              </p>
            </div>
            {mayBegin(view.list) && (
              <Form action={begin} className="block">
                {!view.isDefault && <input type="hidden" name="view" value={view.id} />}
                <SubmitButton tone="plain" size="small">
                  {view.isDefault ? t('stopBeginning') : t('begin')}
                  <span className="sr-only"> {view.name}</span>
                </SubmitButton>
              </Form>
            )}
          </div>
          {editable.has(view.id) && (
            <div className="mt-2 flex flex-col gap-1">
              <Disclosure summary={t('edit')}>
                <Form action={update} className="flex max-w-xl flex-col gap-4">
                  <input type="hidden" name="id" value={view.id} />
                  <ViewFields teams={teams} view={view} />
                  <div>
                    <SubmitButton tone="plain">{t('save')}</SubmitButton>
                  </div>
                </Form>
              </Disclosure>
              <Form action={remove} className="block">
                <input type="hidden" name="id" value={view.id} />
                <Button type="submit" tone="danger" size="small">
                  {t('remove')}
                  <span className="sr-only"> {view.name}</span>
                </Button>
              </Form>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
