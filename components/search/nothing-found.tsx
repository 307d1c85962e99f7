import { Search, SearchX } from 'lucide'
import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

/** Before the first question: what the box understands. */
export function SearchHints() {
  const t = useTranslations('search.start')
  return (
    <EmptyState icon={Search} title={t('title')}>
      <p>{t('body')}</p>
      <ul className="mt-3 flex flex-col gap-1 text-sm">
        <li>{t('phrase')}</li>
        <li>{t('without')}</li>
        <li>{t('number')}</li>
        <li>{t('exact')}</li>
        <li>{t('operators')}</li>
        <li>{t('mine')}</li>
      </ul>
    </EmptyState>
  )
}

type Props = {
  q: string
  /** Present while the question was narrowed. */
  everywhereHref: string | null
  /** Present while the question kept words together. */
  looseHref: string | null
}

/** What to try next, the likeliest first. */
export function NothingFound({ q, everywhereHref, looseHref }: Props) {
  const t = useTranslations('search.none')
  return (
    <EmptyState
      icon={SearchX}
      title={t('title', { q })}
      actions={
        <>
          {looseHref && <LinkButton href={looseHref}>{t('quotes')}</LinkButton>}
          {everywhereHref && <LinkButton href={everywhereHref}>{t('elsewhere')}</LinkButton>}
          <LinkButton href="/postmortems/new" tone="quiet">
            {t('draft')}
          </LinkButton>
        </>
      }
    >
      {t('body')}
    </EmptyState>
  )
}
