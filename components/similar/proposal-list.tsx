import { useTranslations } from 'next-intl'
import { saidFrom } from '#components/incidents/related-incidents.tsx'
import { Link } from '#components/ui/link.tsx'
import type { ProposalOut } from '#lib/incidents/schema.ts'
import type { Answers } from './answers.ts'
import { PairForm } from './pair-form.tsx'

/** Links somebody proposed, until somebody who may change one of the two agrees or says no. */
export function ProposalList({ proposals, answers }: { proposals: readonly ProposalOut[]; answers: Answers }) {
  const t = useTranslations('similar')
  return (
    <ul className="flex flex-col gap-3.5">
      {proposals.map(({ id, side, relation, note, by, incident: { number, title } }) => (
        <li key={id} className="flex min-w-0 flex-col gap-0.5">
          <p className="text-sm text-muted">{t('proposedBy', { name: by ?? t('somebody') })}</p>
          <p className="break-words">
            {saidFrom(side, relation)}{' '}
            <Link href={`/incidents/${number}`} className="text-accent hover:underline">
              INC-{number} {title}
            </Link>
          </p>
          {note && <p className="break-words text-sm text-muted">{note}</p>}
          {answers?.decides && (
            <div className="mt-1 flex flex-wrap gap-2">
              <PairForm action={answers.confirm} fields={{ id }} label={t('confirmOf', { number })}>
                {t('confirm')}
              </PairForm>
              <PairForm action={answers.decline} fields={{ other: number }} label={t('declineOf', { number })} quiet>
                {t('decline')}
              </PairForm>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
