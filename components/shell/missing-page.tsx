import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/button.tsx'

/** The same words for "does not exist" and "you may not see it": the difference would itself be a leak. */
export function MissingPage() {
  const t = useTranslations('shell.missing')
  return (
    <div className="max-w-xl py-10">
      <h1 className="text-2xl font-semibold">{t('title')}</h1>
      <p className="mt-3 text-md text-muted">{t('body')}</p>
      <p className="mt-8 flex flex-wrap gap-2">
        <LinkButton href="/search" tone="primary">
          {t('search')}
        </LinkButton>
        <LinkButton href="/">{t('home')}</LinkButton>
      </p>
    </div>
  )
}
