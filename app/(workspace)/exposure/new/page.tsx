import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SweepFields } from '#components/exposure/sweep-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { can } from '#lib/policy/can.ts'
import { programChoices, serviceChoices, teamChoices } from '../../choices.ts'
import { open } from '../actions.ts'

type Props = { searchParams: Promise<{ mechanism?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exposure.new'))('title') }
}

export default async function NewSweepPage({ searchParams }: Props) {
  const [t, context, { mechanism }] = await Promise.all([getTranslations('exposure'), currentContext(), searchParams])
  const { teams, services, programs } = await read(context, async (work) => ({
    teams: await teamChoices(work),
    services: await serviceChoices(work),
    programs: await programChoices(work),
  }))
  const may = can(context.actor, 'create', 'sweep')
  return (
    <>
      <PageHeader
        title={t('new.title')}
        description={t('new.intro')}
        crumbs={[{ href: '/exposure', label: t('title') }]}
      />
      <RecordForm action={open} may={may} submit={t('new.submit')}>
        <SweepFields
          mechanism={findMechanism(String(mechanism))?.code ?? ''}
          teams={teams}
          services={services}
          programs={programs}
        />
      </RecordForm>
    </>
  )
}
