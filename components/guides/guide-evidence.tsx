import { useTranslations } from 'next-intl'
import { ChecklistList } from '#components/checklists/checklist-list.tsx'
import { SeverityBadge } from '#components/incidents/severity-badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { Day } from '#components/ui/time.tsx'
import type { Following } from '#lib/checklists/queries.ts'
import type { Evidence } from '#lib/guides/evidence.ts'

type Given = {
  slug: string
  evidence: Evidence
  checklists: readonly Following[]
  zone: string
  mayFlag: boolean
}

/** What the records say of the guide: the incidents it would have helped with, what confirmed it, and who follows it. */
export function GuideEvidence({ slug, evidence, checklists, zone, mayFlag }: Given) {
  const t = useTranslations('guides.evidence')
  return (
    <section aria-labelledby="evidence" className="mt-14 flex max-w-3xl flex-col gap-5 print:hidden">
      <h2 id="evidence" className="text-xl font-semibold">
        {t('title')}
      </h2>
      <Panel title={t('incidents', { count: evidence.count })}>
        <Incidents {...{ slug, evidence, zone, mayFlag }} />
      </Panel>
      <Panel title={t('confirmed')}>
        <Confirmed evidence={evidence} zone={zone} />
      </Panel>
      <Panel title={t('followed')}>
        <ChecklistList checklists={checklists} none={t('nobody')} />
      </Panel>
    </section>
  )
}

function Incidents({ slug, evidence: { incidents }, zone, mayFlag }: Omit<Given, 'checklists'>) {
  const t = useTranslations('guides.evidence')
  if (incidents.length === 0) return <p className="text-muted">{t('noIncidents')}</p>
  return (
    <ul className="flex flex-col gap-2">
      {incidents.map(({ number, title, severity, occurredAt, since }) => (
        <li key={number} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <SeverityBadge severity={severity} quiet />
          <Link href={`/incidents/${number}`} className="min-w-0 flex-1 basis-60 hover:underline">
            {title}
          </Link>
          <span className="text-sm text-muted">
            <Day value={new Date(occurredAt)} zone={zone} />
          </span>
          {since && (
            <span className="basis-full text-sm text-muted">
              {t('since')}{' '}
              {mayFlag && (
                <Link href={`/guides/${slug}/flag?incident=${number}`} className="text-accent underline">
                  {t('contradicts')}
                </Link>
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Confirmed({ evidence: { confirmedAt, exercise }, zone }: { evidence: Evidence; zone: string }) {
  const t = useTranslations('guides.evidence')
  if (!confirmedAt) return <p className="text-muted">{t('notConfirmed')}</p>
  return (
    <>
      <p>
        {t('saidOn')} <Day value={new Date(confirmedAt)} zone={zone} />
      </p>
      {exercise ? (
        <p>
          <Link href={`/exercises/${exercise.number}`} className="text-accent underline underline-offset-2">
            EXE-{exercise.number} {exercise.title}
          </Link>
          , <Day value={new Date(exercise.at)} zone={zone} />
        </p>
      ) : (
        <p className="text-muted">{t('noExercise')}</p>
      )}
    </>
  )
}
