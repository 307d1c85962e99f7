import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'

/** Which programs took a postmortem in. */
export function FedPrograms({ programs }: { programs: readonly { number: number; name: string }[] }) {
  const t = useTranslations('programs.fed')
  return (
    <section aria-labelledby="feeds">
      <h2 id="feeds" className="mb-2 text-sm font-semibold">
        {t('label')}
      </h2>
      <ul className="space-y-1.5 text-sm">
        {programs.map(({ number, name }) => (
          <li key={number}>
            <Link href={`/programs/${number}`} className="hover:underline">
              PRG-{number} {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
