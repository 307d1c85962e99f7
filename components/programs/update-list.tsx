import { useTranslations } from 'next-intl'
import { formatDate } from '#lib/time.ts'

type Lines = Record<'done' | 'next' | 'blocked' | 'numbers' | 'ask', string>
export type Update = { id: string; team: { name: string }; weekOf: string; lines: Lines; by: string }

/** Five lines a team and week. */
export function UpdateList({ updates }: { updates: readonly Update[] }) {
  const t = useTranslations('programs.updates')
  if (updates.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ul className="flex flex-col divide-y divide-line">
      {updates.map(({ id, team, weekOf, lines, by }) => (
        <li key={id} className="py-3 first:pt-0 print:break-inside-avoid">
          <h3 className="font-medium">
            {team.name}{' '}
            <span className="font-normal text-muted">{t('week', { date: formatDate(weekOf), name: by })}</span>
          </h3>
          <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5">
            {(['done', 'next', 'blocked', 'numbers', 'ask'] as const).map(
              (line) =>
                lines[line] && (
                  <div key={line} className="col-span-2 grid grid-cols-subgrid">
                    <dt className="text-muted">{t(line)}</dt>
                    <dd>{lines[line]}</dd>
                  </div>
                ),
            )}
          </dl>
        </li>
      ))}
    </ul>
  )
}
