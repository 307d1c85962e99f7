import { Search } from 'lucide'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { QUERY_MAX } from '#lib/search/model.ts'

/** A plain form: the question is in the address, which can be sent to a colleague. */
export function SearchBox({ q, kind }: { q: string; kind?: string | undefined }) {
  const t = useTranslations('search')
  return (
    <search className="mb-5 block print:hidden">
      <form action="/search" method="get" className="flex items-center gap-2">
        <label className="relative min-w-0 flex-1">
          <span className="sr-only">{t('label')}</span>
          <Icon icon={Search} className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4.5 text-faint" />
          <input
            name="q"
            type="search"
            defaultValue={q}
            maxLength={QUERY_MAX}
            placeholder={t('placeholder')}
            autoComplete="off"
            spellCheck={false}
            className="control border-edge pl-10"
          />
        </label>
        {kind && <input type="hidden" name="kind" value={kind} />}
        <Button type="submit" tone="primary">
          {t('submit')}
        </Button>
      </form>
    </search>
  )
}
