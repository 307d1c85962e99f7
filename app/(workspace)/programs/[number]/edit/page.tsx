import { getTranslations } from 'next-intl/server'
import { ProgramFields } from '#components/programs/program-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getProgram } from '#lib/programs/queries.ts'
import { getProgramStanding } from '#lib/programs/standing.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { personChoices, serviceChoices, teamChoices } from '../../../choices.ts'
import { update } from '../../actions.ts'

export default async function EditProgramPage({ params }: { params: Promise<{ number: string }> }) {
  const [t, context, number] = await Promise.all([getTranslations('programs'), currentContext(), numberIn(params)])
  const { program, standing, teams, people, services } = await show(context, async (work) => ({
    program: await getProgram(work, number),
    standing: await getProgramStanding(work, number),
    teams: await teamChoices(work),
    people: await personChoices(work),
    services: await serviceChoices(work),
  }))
  const may = standing.edit
  return (
    <>
      <PageHeader
        title={t('form.editTitle')}
        crumbs={[
          { href: '/programs', label: t('title') },
          { href: `/programs/${number}`, label: `PRG-${number} ${program.name}` },
        ]}
      />
      <RecordForm
        action={update.bind(null, number)}
        may={may}
        version={program.version}
        compared={(['name', 'objective', 'why', 'startOn', 'endOn', 'scopeIn', 'scopeOut'] as const).map((name) => ({
          name,
          path: name,
          label: t(`form.${name}`),
        }))}
        submit={t('form.save')}
        backHref={`/programs/${number}`}
        className="flex max-w-3xl flex-col gap-5"
      >
        <ProgramFields program={program} {...{ teams, people, services }} />
      </RecordForm>
    </>
  )
}
