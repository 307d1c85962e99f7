import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import type { GuideSummary } from '#lib/guides/model.ts'
import type { MechanismStanding } from '#lib/mechanisms/model.ts'

/** Where it was met, and what to read before the next time. */
export function MechanismAside({ standing, guides }: { standing: MechanismStanding; guides: readonly GuideSummary[] }) {
  const t = useTranslations('mechanisms')
  return (
    <div className="space-y-6 text-sm">
      <section aria-labelledby="services-hit">
        <h2 id="services-hit" className="mb-2 font-semibold">
          {t('services')}
        </h2>
        {standing.services.length === 0 && <p className="text-muted">{t('noServices')}</p>}
        <ul className="space-y-1.5">
          {standing.services.map(({ slug, name, incidents }) => (
            <li key={slug} className="flex justify-between gap-3">
              <Link href={`/services/${slug}`} className="hover:underline">
                {name}
              </Link>
              <span className="tabular-nums text-muted">{incidents}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="guides-for">
        <h2 id="guides-for" className="mb-2 font-semibold">
          {t('guides')}
        </h2>
        {guides.length === 0 && <p className="text-muted">{t('noGuides')}</p>}
        <ul className="space-y-1.5">
          {guides.map(({ slug, title }) => (
            <li key={slug}>
              <Link href={`/guides/${slug}`} className="hover:underline">
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
