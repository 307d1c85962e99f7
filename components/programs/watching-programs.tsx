import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { type ProgramState, programStates } from '#lib/programs/vocabulary.ts'

type Given = {
  programs: readonly { number: number; name: string; state: ProgramState }[]
  mechanism: string
  mayPropose: boolean
}

/** Who works on it that a mechanism does not come back; where nobody does, the first step. */
export function WatchingPrograms({ programs, mechanism, mayPropose }: Given) {
  const t = useTranslations('programs.watching')
  return (
    <section aria-labelledby="watching" className="text-sm">
      <h2 id="watching" className="mb-2 font-semibold">
        {t('title')}
      </h2>
      {programs.length === 0 && <p className="text-muted">{t('none')}</p>}
      <ul className="space-y-1.5">
        {programs.map(({ number, name, state }) => (
          <li key={number}>
            <Link href={`/programs/${number}`} className="hover:underline">
              PRG-{number} {name}
            </Link>{' '}
            <span className="text-muted">({programStates[state].toLowerCase()})</span>
          </li>
        ))}
      </ul>
      {programs.length === 0 && mayPropose && (
        <p className="mt-2">
          <Link href={`/programs/new?mechanism=${mechanism}`} className="underline underline-offset-2">
            {t('start')}
          </Link>
        </p>
      )}
    </section>
  )
}
