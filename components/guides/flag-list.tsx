import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import type { AnswerOut, GuideOut } from '#lib/guides/schema.ts'
import type { Option } from '#lib/options.ts'
import { formatDate, formatDay } from '#lib/time.ts'
import { AnswerFields } from './answer-fields.tsx'

type Flag = GuideOut['flags'][number]
type Given = {
  guide: Pick<GuideOut, 'slug' | 'flags' | 'proposals'>
  zone: string
  /** Null for those who do not answer for the guide. */
  actionOf: ((flag: string) => FormAction) | null
  exercises: Option[]
}

/** What readers said contradicts it, each with its answer or the form for one. */
export function FlagList({ guide, zone, actionOf, exercises }: Given) {
  const t = useTranslations('guides.answers')
  if (guide.flags.length === 0) return <p className="text-muted">{t('noFlags')}</p>
  return (
    <ul className="flex flex-col divide-y divide-line">
      {guide.flags.map((flag) => (
        <li key={flag.id} className="flex flex-col gap-2 py-4 first:pt-0 last:pb-0">
          <Heading flag={flag} zone={zone} />
          <p className="whitespace-pre-line">{flag.text}</p>
          {flag.answer && <Answer answer={flag.answer} slug={guide.slug} zone={zone} />}
          {!flag.answer && actionOf && (
            <OpeningForm summary={t('answer')} action={actionOf(flag.id)} submit={t('submit')}>
              <AnswerFields
                proposals={guide.proposals.filter(({ state }) => state !== 'declined')}
                exercises={exercises}
              />
            </OpeningForm>
          )}
        </li>
      ))}
    </ul>
  )
}

function Heading({ flag: { by, at, incident, postmortem, answer }, zone }: { flag: Flag; zone: string }) {
  const t = useTranslations('guides.answers')
  const record = incident
    ? { href: `/incidents/${incident.number}`, label: `INC-${incident.number} ${incident.title}` }
    : postmortem && { href: `/postmortems/${postmortem.number}`, label: `PM-${postmortem.number} ${postmortem.title}` }
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
      <span>{t('by', { name: by, date: formatDay(new Date(at), zone) })}</span>
      {record && (
        <Link href={record.href} className="text-accent underline underline-offset-2">
          {record.label}
        </Link>
      )}
      {!answer && <Badge tone="danger">{t('waits')}</Badge>}
    </p>
  )
}

/** What its owner said: still right, or to be changed. */
export function Answer({ answer, slug, zone }: { answer: AnswerOut; slug: string; zone: string }) {
  const t = useTranslations('guides.answers')
  const { verdict, reason, until, exercise, proposal, by, at } = answer
  return (
    <div className="border-s-2 border-line ps-3">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
        <Badge tone={verdict === 'stands' ? 'ok' : 'info'}>{t(verdict)}</Badge>
        <span>{t('by', { name: by, date: formatDay(new Date(at), zone) })}</span>
        {until && <span>{t('goodUntil', { date: formatDate(until) })}</span>}
      </p>
      <p className="whitespace-pre-line">{reason}</p>
      {exercise && (
        <Link href={`/exercises/${exercise.number}`} className="text-accent underline underline-offset-2">
          EXE-{exercise.number} {exercise.title}
        </Link>
      )}
      {proposal && (
        <Link href={`/guides/${slug}/proposals/${proposal}`} className="text-accent underline underline-offset-2">
          {t('proposal')} {proposal}
        </Link>
      )}
    </div>
  )
}
