import { getTranslations } from 'next-intl/server'
import { LinkButton } from '#components/ui/button.tsx'

/** The same words for "does not exist" and "you may not see it": the difference would itself be a leak. */
export default async function NotFound() {
  const t = await getTranslations('shell.missing')
  return (
    <main className="mx-auto max-w-xl px-6 py-24">
      <h1 className="text-2xl font-semibold">{t('title')}</h1>
      <p className="mt-3 text-md text-muted">{t('body')}</p>
      <p className="mt-8 flex flex-wrap gap-2">
        <LinkButton href="/search" tone="primary">
          {t('search')}
        </LinkButton>
        <LinkButton href="/">{t('home')}</LinkButton>
      </p>
    </main>
  )
}
