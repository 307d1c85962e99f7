import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { Day } from '#components/ui/time.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getProgram } from '#lib/programs/queries.ts'
import { reportsOf } from '#lib/programs/telling.ts'
import { reportKinds, verdicts } from '#lib/programs/vocabulary.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { Told } from '../../../told.tsx'

type Props = { params: Promise<{ number: string; id: string }> }

/** As it was sent: nothing on it changes with the program. */
export default async function ReportPage({ params }: Props) {
  const [t, context, number] = await Promise.all([getTranslations('programs'), currentContext(), numberIn(params)])
  const { id } = await params
  const { program, reports } = await show(context, async (work) => ({
    program: await getProgram(work, number),
    reports: await reportsOf(work, number),
  }))
  const report = reports.find((one) => one.id === id) ?? notFound()
  return (
    <>
      <PageHeader
        title={`${program.name}: ${reportKinds[report.kind].toLowerCase()}`}
        crumbs={[
          { href: '/programs', label: t('title') },
          { href: `/programs/${number}`, label: `PRG-${number} ${program.name}` },
          { href: `/programs/${number}/reports`, label: t('tabs.reports') },
        ]}
        eyebrow={
          <span>
            {report.from} – {report.until} · {report.by}, <Day value={report.at} zone={context.actor.zone} />
          </span>
        }
      />
      <div className="flex max-w-4xl flex-col gap-5">
        <Panel title={t('reports.judgement')}>
          <Told source={report.judgement} scope="judgement" />
        </Panel>
        {report.verdicts.length > 0 && (
          <Panel title={t('form.exitCriteria')}>
            <ul className="flex flex-col gap-2">
              {report.verdicts.map(({ criterion, verdict, note }) => (
                <li key={criterion}>
                  <span className="font-medium">{verdicts[verdict]}</span>: {criterion}
                  {note && <span className="block text-muted">{note}</span>}
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Panel title={t('reports.data')}>
          <Told source={report.draft} scope="draft" />
        </Panel>
      </div>
    </>
  )
}
