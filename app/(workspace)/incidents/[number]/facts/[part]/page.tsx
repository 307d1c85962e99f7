import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PartConflict, SeenFields } from '#components/incidents/part-conflict.tsx'
import { PartFields } from '#components/incidents/part-form.tsx'
import { PartIndex } from '#components/incidents/part-index.tsx'
import { pointsOf, windowsOf } from '#components/incidents/points.ts'
import { LinkButton } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { currentContext } from '#lib/auth/current.ts'
import type { Work } from '#lib/context.ts'
import { doubts } from '#lib/incidents/doubts.ts'
import { isPart, parts, seenOf } from '#lib/incidents/parts.ts'
import { getIncident } from '#lib/incidents/queries.ts'
import { roleHoldersOf } from '#lib/incidents/role-holders.ts'
import { getIncidentStanding } from '#lib/incidents/standing.ts'
import { suggestionsFor } from '#lib/incidents/suggestions.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { serviceChoices } from '../../../../choices.ts'
import { save } from './actions.ts'

type Props = { params: Promise<{ number: string; part: string }> }

/** The basics have the page "edit", because they are where somebody begins. */
async function partIn(params: Props['params']) {
  const { part } = await params
  return isPart(part) && part !== 'basics' ? part : notFound()
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, part] = await Promise.all([getTranslations('incidents.parts'), partIn(params)])
  return { title: `${t(`${part}.title`)} · INC-${await numberIn(params)}` }
}

export default async function FactsPage({ params }: Props) {
  const [t, context, number, part] = await Promise.all([
    getTranslations('incidents'),
    currentContext(),
    numberIn(params),
    partIn(params),
  ])
  const { incident, edit, names, services, suggestions } = await show(context, (work) => given(work, number))
  const base = `/incidents/${number}`
  const told = { ...incident, milestones: pointsOf(incident), windows: windowsOf(incident) }
  return (
    <>
      <PageHeader
        title={t(`parts.${part}.title`)}
        description={t(`parts.${part}.intro`, { zone: incident.zone })}
        crumbs={[
          { href: '/incidents', label: t('title') },
          { href: base, label: `INC-${number} ${incident.title}` },
        ]}
      />
      <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,46rem)_16rem]">
        <div className="min-w-0">
          {!edit.allowed && (
            <div className="mb-5">
              <Callout tone="warn">{edit.reason}</Callout>
            </div>
          )}
          <Form action={save.bind(null, number, part)} className="flex flex-col gap-5">
            <SeenFields part={part} seen={seenOf(incident, part)} />
            <PartConflict
              fields={parts[part]}
              text={{ title: t('conflict.partTitle'), text: t('conflict.partText'), empty: t('conflict.empty') }}
            />
            <input type="hidden" name="timesIn" value={incident.zone} />
            <PartFields
              part={part}
              given={{ incident, names, services, suggestions, doubts: doubts(told, context.now) }}
            />
            <div className="flex gap-2">
              <SubmitButton aria-disabled={!edit.allowed}>{t('parts.save')}</SubmitButton>
              <LinkButton href={`${base}#${part}`} tone="quiet">
                {t('parts.cancel')}
              </LinkButton>
            </div>
          </Form>
        </div>
        <PartIndex number={number} current={part} />
      </div>
    </>
  )
}

async function given(work: Work, number: number) {
  const incident = await getIncident(work, number)
  const { id, edit } = await getIncidentStanding(work, number)
  return {
    incident,
    edit,
    names: edit.allowed ? await roleHoldersOf(work, id) : {},
    services: await serviceChoices(work),
    suggestions: await suggestionsFor(work),
  }
}
