import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { partHref, partPages } from './part-pages.ts'

/** The way to every part of the facts, and where one is. Ids let others point at a part without knowing its page. */
export function PartIndex({ number, current }: { number: number; current: string }) {
  const t = useTranslations('incidents.parts')
  return (
    <nav aria-label={t('index')} className="xl:sticky xl:top-20">
      <p className="mb-2 font-semibold">{t('index')}</p>
      <ul className="grid gap-x-6 gap-y-1 sm:max-xl:grid-cols-2">
        {partPages.map((part) => (
          <li key={part} id={part === current ? undefined : part}>
            <Link
              href={partHref(number, part)}
              aria-current={part === current ? 'page' : undefined}
              className="block rounded-md px-2.5 py-1.5 hover:bg-hover aria-[current]:bg-hover aria-[current]:font-medium"
            >
              {t(`${part}.title`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
