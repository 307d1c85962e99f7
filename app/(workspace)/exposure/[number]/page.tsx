import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { History } from '#components/activity/history.tsx'
import { ExposureMatrix, nameOf } from '#components/exposure/exposure-matrix.tsx'
import { Tally } from '#components/exposure/tally.tsx'
import { TargetList } from '#components/exposure/target-list.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Link } from '#components/ui/link.tsx'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { listActivity } from '#lib/activity/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { getSweep } from '#lib/exposure/queries.ts'
import { getSweepStanding } from '#lib/exposure/standing.ts'
import { can } from '#lib/policy/can.ts'
import { formatDate, formatDay } from '#lib/time.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { answer, close, reopen } from '../actions.ts'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [context, number] = await Promise.all([currentContext(), numberIn(params)])
  const { question } = await show(context, (work) => getSweep(work, number))
  return { title: `SWP-${number} ${question}` }
}

export default async function SweepPage({ params }: Props) {
  const [t, context, number] = await Promise.all([getTranslations('exposure'), currentContext(), numberIn(params)])
  const { sweep, standing, history } = await show(context, async (work) => ({
    sweep: await getSweep(work, number),
    standing: await getSweepStanding(work, number),
    history: (await listActivity(work, { about: { kind: 'sweep', number }, limit: 50 })).items,
  }))
  const { mechanism, program, dueOn, closedAt } = sweep
  return (
    <>
      <PageHeader
        title={sweep.question}
        crumbs={[{ href: '/exposure', label: t('title') }]}
        eyebrow={
          <>
            <span className="tabular-nums">SWP-{number}</span>
            <Link href={`/mechanisms/${mechanism}`} className="hover:underline">
              {nameOf(mechanism)}
            </Link>
            {closedAt ? <Badge>{t('closed')}</Badge> : dueOn && <span>{t('dueOn', { date: formatDate(dueOn) })}</span>}
            {program && (
              <Link href={`/programs/${program.number}`} className="hover:underline">
                PRG-{program.number} {program.title}
              </Link>
            )}
          </>
        }
        description={<Tally tally={sweep.tally} />}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {sweep.background && <p className="max-w-2xl whitespace-pre-line">{sweep.background}</p>}
          {closedAt && (
            <Callout tone="neutral" title={t('closedOn', { date: formatDay(new Date(closedAt), context.actor.zone) })}>
              {sweep.closureNote}
            </Callout>
          )}
          <div className="max-sm:hidden">
            <ExposureMatrix cells={sweep.targets} />
          </div>
          <Panel title={t('services')}>
            <TargetList
              targets={sweep.targets}
              answers={standing.answers}
              actionOf={(service) => answer.bind(null, number, service)}
              zone={context.actor.zone}
              mayRecord={can(context.actor, 'create', 'actionItem').allowed}
            />
          </Panel>
          {standing.edit.allowed && (
            <OpeningForm
              summary={t(closedAt ? 'reopen.button' : 'close.button')}
              action={(closedAt ? reopen : close).bind(null, number)}
              submit={t(closedAt ? 'reopen.submit' : 'close.submit')}
              tone="plain"
            >
              {!closedAt && <TextArea name="note" label={t('close.note')} rows={2} maxLength={2000} />}
            </OpeningForm>
          )}
        </div>
        <Panel title={t('history')}>
          <History events={history} zone={context.actor.zone} now={context.now} />
        </Panel>
      </div>
    </>
  )
}
