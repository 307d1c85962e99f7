import { getTranslations } from 'next-intl/server'
import { ProgramHeader } from '#components/programs/program-header.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { Day } from '#components/ui/time.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getProgram } from '#lib/programs/queries.ts'
import { getProgramStanding } from '#lib/programs/standing.ts'
import { reportsOf } from '#lib/programs/telling.ts'
import { reportKinds } from '#lib/programs/vocabulary.ts'
import { formatDate } from '#lib/time.ts'
import { numberIn, show } from '#lib/web/show.ts'

export default async function ReportsPage({ params }: { params: Promise<{ number: string }> }) {
  const [t, context, number] = await Promise.all([getTranslations('programs'), currentContext(), numberIn(params)])
  const { program, standing, reports } = await show(context, async (work) => ({
    program: await getProgram(work, number),
    standing: await getProgramStanding(work, number),
    reports: await reportsOf(work, number),
  }))
  const base = `/programs/${number}/reports`
  return (
    <>
      <ProgramHeader
        program={program}
        tab="reports"
        actions={
          standing.edit.allowed && (
            <>
              <LinkButton href={`${base}/new?kind=quarterly`}>{t('reports.newQuarterly')}</LinkButton>
              <LinkButton href={`${base}/new`} tone="primary">
                {t('reports.newMonthly')}
              </LinkButton>
            </>
          )
        }
      />
      <Panel title={t('reports.panel')}>
        {reports.length > 0 ? (
          <ul className="flex flex-col divide-y divide-line">
            {reports.map(({ id, kind, from, until, by, at }) => (
              <li key={id} className="py-2.5">
                <Link href={`${base}/${id}`} className="font-medium hover:underline">
                  {reportKinds[kind]}, {formatDate(from)} – {formatDate(until)}
                </Link>
                <span className="block text-sm text-muted">
                  {by}, <Day value={at} zone={context.actor.zone} />
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">{t('reports.none')}</p>
        )}
      </Panel>
    </>
  )
}
