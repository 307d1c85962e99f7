import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import type { Guide } from '#lib/guides/model.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'

/** Beside the text: what is on this page, what can be done with it, and which mechanisms it treats. */
export function GuideOutline({ guide, children }: { guide: Guide; children?: React.ReactNode }) {
  const t = useTranslations('guides')
  return (
    <div className="space-y-6 text-sm print:hidden lg:sticky lg:top-20 lg:self-start">
      <nav aria-label={t('contents')}>
        <p className="mb-2 font-semibold">{t('contents')}</p>
        <ul className="space-y-1.5 border-s border-line ps-3 text-muted">
          {guide.headings
            .filter(({ depth }) => depth === 2)
            .map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`} className="hover:text-ink hover:underline">
                  {text}
                </a>
              </li>
            ))}
        </ul>
      </nav>
      {children}
      {guide.mechanisms.length > 0 && <Mechanisms codes={guide.mechanisms} />}
    </div>
  )
}

function Mechanisms({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('guides')
  return (
    <nav aria-label={t('mechanisms')}>
      <p className="mb-2 font-semibold">{t('mechanisms')}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1.5 border-s border-line ps-3 text-muted lg:flex-col">
        {codes.map((code) => (
          <li key={code}>
            <Link href={`/mechanisms/${code}`} className="hover:text-ink hover:underline">
              {findMechanism(code)?.name ?? code}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
