import { getTranslations } from 'next-intl/server'
import { ProgramHeader } from '#components/programs/program-header.tsx'
import { UpdateForm } from '#components/programs/telling-forms.tsx'
import { UpdateList } from '#components/programs/update-list.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { slugOptions } from '#lib/options.ts'
import { getProgram } from '#lib/programs/queries.ts'
import { getProgramStanding } from '#lib/programs/standing.ts'
import { updatesOf } from '#lib/programs/telling.ts'
import { localDate } from '#lib/time.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { tell } from '../../telling-actions.ts'

/** A quarter: the reports before it keep what teams said. */
const WEEKS = 13

export default async function UpdatesPage({ params }: { params: Promise<{ number: string }> }) {
  const [t, context, number] = await Promise.all([getTranslations('programs'), currentContext(), numberIn(params)])
  const { program, standing, updates } = await show(context, async (work) => ({
    program: await getProgram(work, number),
    standing: await getProgramStanding(work, number),
    updates: await updatesOf(work, number, WEEKS),
  }))
  const mine = program.teams.filter(({ contact }) => contact?.id === context.actor.personId)
  const teams = [...mine, ...program.teams.filter((team) => !mine.includes(team))]
  return (
    <>
      <ProgramHeader program={program} tab="updates" />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <Panel title={t('updates.panel')}>
          <UpdateList updates={updates} />
        </Panel>
        <Panel title={t('updates.write')}>
          {standing.tell.allowed && teams.length > 0 ? (
            <UpdateForm
              teams={slugOptions(teams)}
              today={localDate(context.now, program.zone)}
              action={tell.bind(null, number)}
            />
          ) : (
            <p className="text-muted">{standing.tell.allowed ? t('updates.noTeams') : standing.tell.reason}</p>
          )}
        </Panel>
      </div>
    </>
  )
}
