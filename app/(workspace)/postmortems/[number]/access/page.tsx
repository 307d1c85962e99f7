import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccessList } from '#components/grants/access-list.tsx'
import { GrantForm } from '#components/grants/grant-form.tsx'
import { VisibilityFields } from '#components/grants/visibility-fields.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
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
  const [t, a, list, context, number] = await Promise.all([
    getTranslations('postmortems.access'),
    getTranslations('access'),
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
            <VisibilityFields visibility={row.visibility} restrictedReason={row.restrictedReason} />
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
        <Panel title={a('people')}>
          <p className="mb-3 text-sm text-muted">{t('onlyRestricted')}</p>
          {grants.length === 0 && <p className="text-muted">{a('nobody')}</p>}
          <AccessList
            grants={grants}
            zone={context.actor.zone}
            now={context.now}
            actions={({ person }) => (
              <Form action={revoke.bind(null, number, person.id)} className="contents">
                <SubmitButton tone="quiet" size="small" aria-label={a('takeBackFrom', { name: person.name })}>
                  {a('takeBack')}
                </SubmitButton>
              </Form>
            )}
          />
        </Panel>
        <Panel title={a('giveTitle')}>
          <GrantForm action={grant.bind(null, number)} people={people.filter(({ id }) => !granted.has(id))} />
        </Panel>
      </div>
    </>
  )
}
