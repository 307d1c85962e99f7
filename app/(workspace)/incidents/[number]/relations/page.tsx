import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PartIndex } from '#components/incidents/part-index.tsx'
import { RelatedIncidents } from '#components/incidents/related-incidents.tsx'
import { RelationForm } from '#components/incidents/relation-form.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getIncident } from '#lib/incidents/queries.ts'
import { relationsOf } from '#lib/incidents/relations.ts'
import { getIncidentStanding } from '#lib/incidents/standing.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { relate, unrelate } from './actions.ts'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('incidents.relations'))('title')} · INC-${await numberIn(params)}` }
}

export default async function RelationsPage({ params }: Props) {
  const [t, context, number] = await Promise.all([getTranslations('incidents'), currentContext(), numberIn(params)])
  const { incident, edit, relations } = await show(context, async (work) => {
    const { id, edit } = await getIncidentStanding(work, number)
    return { incident: await getIncident(work, number), edit, ...(await relationsOf(work, id)) }
  })
  return (
    <>
      <PageHeader
        title={t('relations.title')}
        crumbs={[
          { href: '/incidents', label: t('title') },
          { href: `/incidents/${number}`, label: `INC-${number} ${incident.title}` },
        ]}
      />
      <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,46rem)_16rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel>
            {relations.length === 0 && <p className="text-muted">{t('relations.none')}</p>}
            <RelatedIncidents
              relations={relations}
              zone={incident.zone}
              actions={({ id, incident: other }) =>
                edit.allowed && (
                  <Form action={unrelate.bind(null, number, id)} className="inline">
                    <button
                      type="submit"
                      aria-label={t('relations.removeOf', { number: other.number })}
                      className="text-sm text-muted hover:text-danger hover:underline"
                    >
                      {t('relations.remove')}
                    </button>
                  </Form>
                )
              }
            />
          </Panel>
          {edit.allowed ? (
            <Panel title={t('relations.add')}>
              <RelationForm action={relate.bind(null, number)} />
            </Panel>
          ) : (
            <Callout tone="warn">{edit.reason}</Callout>
          )}
        </div>
        <PartIndex number={number} current="relations" />
      </div>
    </>
  )
}
