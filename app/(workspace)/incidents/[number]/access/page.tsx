import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccessList } from '#components/grants/access-list.tsx'
import { GrantForm } from '#components/grants/grant-form.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { type Context, read } from '#lib/context.ts'
import { listGrants } from '#lib/grants/queries.ts'
import { findIncident } from '#lib/incidents/queries.ts'
import { getIncidentStanding } from '#lib/incidents/standing.ts'
import { listActivePeople } from '#lib/people/queries.ts'
import { numberIn } from '#lib/web/show.ts'
import { grant, revoke } from './actions.ts'

/** Who may read a restricted incident. */
export default async function IncidentAccessPage({ params }: { params: Promise<{ number: string }> }) {
  const [t, access, context, number] = await Promise.all([
    getTranslations('incidents'),
    getTranslations('access'),
    currentContext(),
    numberIn(params),
  ])
  const found = await accessOf(context, number)
  const crumbs = [{ href: '/incidents', label: t('title') }]
  if (!found) notFound()
  const { incident, grants, edit, people } = found
  const given = new Set(grants.map(({ person }) => person.id))
  return (
    <>
      <PageHeader
        title={t('access.title')}
        crumbs={[...crumbs, { href: `/incidents/${number}`, label: `INC-${number} ${incident.title}` }]}
      />
      <div className="flex max-w-2xl flex-col gap-5">
        {incident.visibility !== 'restricted' && <Callout>{t('access.notRestricted')}</Callout>}
        <Panel title={access('people')}>
          {grants.length === 0 && <p className="text-muted">{access('nobody')}</p>}
          <AccessList
            grants={grants}
            zone={context.actor.zone}
            now={context.now}
            actions={({ person }) =>
              edit.allowed && (
                <Form action={revoke.bind(null, number, person.id)} className="contents">
                  <SubmitButton tone="quiet" size="small" aria-label={access('takeBackFrom', { name: person.name })}>
                    {access('takeBack')}
                  </SubmitButton>
                </Form>
              )
            }
          />
        </Panel>
        {edit.allowed ? (
          <Panel title={access('giveTitle')}>
            <GrantForm action={grant.bind(null, number)} people={people.filter(({ id }) => !given.has(id))} />
          </Panel>
        ) : (
          <Callout tone="warn">{edit.reason}</Callout>
        )}
      </div>
    </>
  )
}

function accessOf(context: Context, number: number) {
  return read(context, async (work) => {
    const incident = await findIncident(work, number)
    if (!incident) return null
    const { id, edit } = await getIncidentStanding(work, number)
    const { grants } = await listGrants(work, 'incident', id)
    return { incident, edit, grants, people: await listActivePeople(work) }
  })
}
