import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { listGrants } from '#lib/grants/queries.ts'
import { listActivePeople } from '#lib/people/queries.ts'
import { getWorkingText } from '#lib/postmortems/queries.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { changeAccess, grant, revoke } from '../actions.ts'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('postmortems.access'))('heading')} PM-${await numberIn(params)}` }
}

export default async function AccessPage({ params }: Props) {
  const [t, v, list, context, number] = await Promise.all([
    getTranslations('postmortems.access'),
    getTranslations('postmortems.visibility'),
    getTranslations('postmortems'),
    currentContext(),
    numberIn(params),
  ])
  const { row, grants, people } = await show(context, async (work) => {
    const { row } = await getWorkingText(work, number)
    return { row, grants: (await listGrants(work, 'postmortem', row.id)).grants, people: await listActivePeople(work) }
  })
  const granted = new Set(grants.map(({ person }) => person.id))
  return (
    <>
      <PageHeader
        title={t('heading')}
        description={row.title}
        crumbs={[
          { href: '/postmortems', label: list('heading') },
          { href: `/postmortems/${number}`, label: `PM-${number}` },
        ]}
      />
      <div className="flex max-w-3xl flex-col gap-6">
        <Panel title={t('who')}>
          <Form action={changeAccess.bind(null, number)}>
            <RadioGroup
              name="visibility"
              label={v('label')}
              defaultValue={row.visibility}
              required
              choices={[
                { value: 'company', label: v('companyFull') },
                { value: 'team', label: v('teamFull') },
                { value: 'restricted', label: v('restrictedFull') },
              ]}
            />
            <Select
              name="restrictedReason"
              label={v('reason')}
              hint={v('reasonHint')}
              defaultValue={row.restrictedReason ?? ''}
              options={(['security', 'legal', 'privacy', 'people'] as const).map((reason) => ({
                value: reason,
                label: v(reason),
              }))}
            />
            {row.incidentId && (
              <>
                <input type="hidden" name="incidentToo" value="false" />
                <Checkbox name="incidentToo" value="true" label={t('incidentToo')} defaultChecked />
              </>
            )}
            <div>
              <SubmitButton>{t('save')}</SubmitButton>
            </div>
          </Form>
        </Panel>
        <Panel title={t('people')}>
          <p className="mb-3 text-sm text-muted">{t('onlyRestricted')}</p>
          {grants.length === 0 && <p className="text-muted">{t('nobody')}</p>}
          <ul className="mb-4 flex flex-col divide-y divide-line">
            {grants.map(({ person, breakGlass, reason }) => (
              <li key={person.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{person.name}</span>
                  {breakGlass && <Badge tone="warn">{t('glass')}</Badge>}
                  {reason && <span className="text-muted">{reason}</span>}
                </span>
                <Form action={revoke.bind(null, number, person.id)} className="contents">
                  <SubmitButton tone="quiet" size="small" aria-label={`${t('remove')}: ${person.name}`}>
                    {t('remove')}
                  </SubmitButton>
                </Form>
              </li>
            ))}
          </ul>
          <Form action={grant.bind(null, number)}>
            <Select
              name="person"
              label={t('person')}
              required
              placeholder=""
              options={people.filter(({ id }) => !granted.has(id)).map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField name="reason" label={t('why')} maxLength={2000} />
            <div>
              <SubmitButton tone="plain">{t('add')}</SubmitButton>
            </div>
          </Form>
        </Panel>
      </div>
    </>
  )
}
