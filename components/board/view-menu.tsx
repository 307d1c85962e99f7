import { ChevronDown } from 'lucide'
import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Menu, MenuHeading, MenuLink, MenuRule } from '#components/ui/menu.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { viewHref } from '#lib/views/model.ts'
import type { ViewOut } from '#lib/views/schema.ts'
import { ViewFields } from './view-fields.tsx'
import type { Choice } from './words.ts'

type Props = {
  views: readonly ViewOut[]
  current: ViewOut | null
  /** Of the list as it is shown now. */
  query: string
  personId: string
}

/** Lists people come back to: their own, and what others share with them. */
export function ViewMenu({ views, current, query, personId }: Props) {
  const t = useTranslations('board.views')
  const [mine, others] = [views.filter(({ by }) => by.id === personId), views.filter(({ by }) => by.id !== personId)]
  return (
    <Menu
      label={t('label')}
      trigger={
        <>
          {current?.name ?? t('label')}
          <Icon icon={ChevronDown} className="size-4 text-faint" />
        </>
      }
    >
      <MenuLink href="/action-items?status=open">{t('everythingOpen')}</MenuLink>
      {[
        { label: t('mine'), list: mine },
        { label: t('shared'), list: others },
      ].map(
        ({ label, list }) =>
          list.length > 0 && (
            <div key={label}>
              <MenuHeading>{label}</MenuHeading>
              {list.map((view) => (
                <MenuLink
                  key={view.id}
                  href={viewHref(view)}
                  aria-current={view.id === current?.id ? 'true' : undefined}
                >
                  <span className="min-w-0 flex-1 truncate">{view.name}</span>
                  {view.isDefault && <Badge>{t('default')}</Badge>}
                </MenuLink>
              ))}
            </div>
          ),
      )}
      <MenuRule />
      <MenuLink href={`/action-items/views?from=${encodeURIComponent(query)}`}>{t('manage')}</MenuLink>
      <MenuLink href={`/settings/calendars?from=${encodeURIComponent(query)}`}>{t('calendar')}</MenuLink>
    </Menu>
  )
}

type SaveProps = {
  current: ViewOut | null
  isChanged: boolean
  mayEdit: boolean
  query: string
  teams: Choice[]
  save: FormAction
  update: FormAction
}

/** What the list shows now, under a name; or what changed in one that has a name already. */
export function SaveView({ current, isChanged, mayEdit, query, teams, save, update }: SaveProps) {
  const t = useTranslations('board.views')
  if (current && !isChanged) return null
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
        <Form action={save} className="flex max-w-xl flex-col gap-4">
          <input type="hidden" name="query" value={query} />
          <ViewFields teams={teams} />
          <div>
            <SubmitButton>{t('save')}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </div>
  )
}
