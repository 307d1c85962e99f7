import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ProgramFields } from '#components/programs/program-fields.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { can } from '#lib/policy/can.ts'
import { programCandidates } from '#lib/programs/candidates.ts'
import { addDays, localDate } from '#lib/time.ts'
import { personChoices, serviceChoices, teamChoices } from '../../choices.ts'
import { propose } from '../actions.ts'

type Props = { searchParams: Promise<{ mechanism?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('programs'))('form.newTitle') }
}

export default async function NewProgramPage({ searchParams }: Props) {
  const [t, context] = await Promise.all([getTranslations('programs'), currentContext()])
  const mechanism = findMechanism(String((await searchParams).mechanism ?? ''))
  const { teams, people, services, candidate } = await read(context, async (work) => ({
    teams: await teamChoices(work),
    people: await personChoices(work),
    services: await serviceChoices(work),
    candidate: mechanism && (await programCandidates(work)).find((one) => one.mechanism === mechanism.code),
  }))
  const today = localDate(context.now, context.actor.zone)
  const dates = { startOn: today, endOn: addDays(today, 182) }
  const prefilled = mechanism
    ? {
        ...dates,
        name: mechanism.name,
        objective: t('form.prefilledObjective', { mechanism: mechanism.name.toLowerCase() }),
        why: candidate ? t('form.prefilledWhy', { mechanism: mechanism.name, count: candidate.incidents }) : '',
      }
    : dates
  const create = can(context.actor, 'create', 'program')
  return (
    <>
      <PageHeader
        title={t('form.newTitle')}
        description={t('form.newText')}
        crumbs={[{ href: '/programs', label: t('title') }]}
      />
      <RecordForm
        action={propose}
        may={create}
        submit={t('form.propose')}
        backHref="/programs"
        className="flex max-w-3xl flex-col gap-5"
      >
        {mechanism && (
          <>
            <input type="hidden" name="mechanism" value={mechanism.code} />
            <Callout tone="neutral">{t('form.watches', { mechanism: mechanism.name })}</Callout>
          </>
        )}
        <ProgramFields prefilled={prefilled} {...{ teams, people, services }} lead={context.actor.personId} />
      </RecordForm>
    </>
  )
}
