import { Link2 } from 'lucide'
import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import type { SimilarOut } from '#lib/similar/schema.ts'
import { formatDay } from '#lib/time.ts'
import type { Answers } from './answers.ts'
import { PairForm } from './pair-form.tsx'

type Props = { similar: readonly SimilarOut[]; answers: Answers; zone: string }

/** Incidents that resemble one, each with why, and with one press for saying how the two are related. */
export function SimilarList({ similar, answers, zone }: Props) {
  return (
    <ul className="flex flex-col gap-3.5">
      {similar.map((one) => (
        <li key={one.number} className="flex min-w-0 flex-col gap-0.5">
          <Link
            href={one.postmortem ? `/postmortems/${one.postmortem.number}` : `/incidents/${one.number}`}
            className="break-words text-accent hover:underline"
          >
            INC-{one.number} {one.title}
          </Link>
          <p className="break-words text-sm text-muted">
            {[formatDay(new Date(one.occurredAt), zone), ...one.because].join(' · ')}
          </p>
          <Said one={one} answers={answers} />
        </li>
      ))}
    </ul>
  )
}

function Said({ one: { number, suggests, said }, answers }: { one: SimilarOut; answers: Answers }) {
  const t = useTranslations('similar')
  if (said)
    return (
      <div>
        <Badge icon={Link2}>{t(said)}</Badge>
      </div>
    )
  if (!answers) return null
  const link = { other: number, relation: suggests }
  const as = t(`as.${suggests}`)
  return (
    <div className="mt-1 flex flex-wrap gap-2">
      {answers.decides ? (
        <>
          <PairForm action={answers.relate} fields={link} label={t('linkOf', { as, number })}>
            {t('link', { as })}
          </PairForm>
          <PairForm action={answers.decline} fields={{ other: number }} label={t('declineOf', { number })} quiet>
            {t('decline')}
          </PairForm>
        </>
      ) : (
        <PairForm action={answers.propose} fields={link} label={t('proposeOf', { as, number })}>
          {t('propose', { as })}
        </PairForm>
      )}
    </div>
  )
}
