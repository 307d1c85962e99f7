import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'

export type GuideMay = { discuss: boolean; flag: boolean; propose: boolean }

/** What a reader can do with a guide. Each is a page of its own, so that reading alone ships no script. */
export function GuideActions({ slug, hasChecklist, may }: { slug: string; hasChecklist: boolean; may: GuideMay }) {
  const t = useTranslations('guides.actions')
  const links = [
    hasChecklist && { href: 'checklist', label: t('checklist') },
    may.flag && { href: 'flag', label: t('flag') },
    may.propose && { href: 'propose', label: t('propose') },
    may.discuss && { href: 'answers', label: t('answers') },
  ].filter((link) => link !== false)
  if (links.length === 0) return null
  return (
    <nav aria-label={t('title')}>
      <p className="mb-2 font-semibold">{t('title')}</p>
      <ul className="space-y-1.5 border-s border-line ps-3 text-muted">
        {links.map(({ href, label }) => (
          <li key={href}>
            <Link href={`/guides/${slug}/${href}`} className="hover:text-ink hover:underline">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
