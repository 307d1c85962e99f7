import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'

/** Says plainly that none of this is real, without getting in the way of looking around. */
export function SampleBar({ name, sample }: { name: string; sample: { role: string; href: string } }) {
  const t = useTranslations('shell.sample')
  return (
    <aside
      aria-label={t('label')}
      className="border-b border-line bg-info-soft px-4 py-1.5 text-center text-sm text-ink print:hidden"
    >
      {t('text', { name, role: sample.role })}{' '}
      <Link href={sample.href} className="font-medium text-info underline underline-offset-2">
        {t('switch')}
      </Link>
    </aside>
  )
}
