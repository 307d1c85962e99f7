import { Repeat } from 'lucide'
import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { type MechanismGroup, mechanismGroups, mechanisms } from '#lib/mechanisms/catalogue.ts'
import { isPattern, type MechanismCount } from '#lib/mechanisms/model.ts'

/** The whole vocabulary by group, with how often each was met; what keeps coming back is marked. */
export function MechanismIndex({ counts }: { counts: readonly MechanismCount[] }) {
  const byCode = new Map(counts.map((count) => [count.code, count]))
  return (
    <div className="columns-1 gap-x-8 lg:columns-2">
      {(Object.keys(mechanismGroups) as MechanismGroup[]).map((group) => (
        <section key={group} aria-labelledby={`group-${group}`} className="mb-8 break-inside-avoid">
          <h2 id={`group-${group}`} className="mb-2 text-md font-semibold">
            {mechanismGroups[group]}
          </h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
            {mechanisms
              .filter((mechanism) => mechanism.group === group)
              .map(({ code, name, definition }) => (
                <li key={code} className="flex items-baseline gap-3 px-4 py-2.5">
                  <div className="min-w-0 flex-1">
                    <Link href={`/mechanisms/${code}`} className="font-medium hover:underline">
                      {name}
                    </Link>
                    <p className="text-sm text-muted">{definition}</p>
                  </div>
                  <Met count={byCode.get(code)} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Met({ count }: { count: MechanismCount | undefined }) {
  const t = useTranslations('mechanisms')
  if (!count) return <span className="whitespace-nowrap text-sm text-faint">{t('never')}</span>
  return (
    <span className="flex flex-col items-end gap-1 whitespace-nowrap text-sm tabular-nums">
      {t('incidents', { count: count.incidents })}
      {isPattern(count) && (
        <Badge tone="warn" icon={Repeat}>
          {t('again', { count: count.recent })}
        </Badge>
      )}
    </span>
  )
}
