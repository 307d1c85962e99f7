import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import { OpeningForm } from '#components/ui/opening-form.tsx'
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
              <OpeningForm summary={t('edit')} action={update} submit={t('save')} tone="plain">
                <input type="hidden" name="id" value={view.id} />
                <ViewFields teams={teams} view={view} />
              </OpeningForm>
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
