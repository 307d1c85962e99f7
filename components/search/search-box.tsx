import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { QUERY_MAX } from '#lib/search/model.ts'
import { QueryInput } from './query-input.tsx'

/** A plain form: the question is in the address, which can be sent to a colleague. With scripts it answers while typing. */
export function SearchBox({ q }: { q: string }) {
  const t = useTranslations('search')
  return (
    <search className="mb-4 block print:hidden">
      <form action="/search" method="get" className="flex items-center gap-2">
        <QueryInput
          q={q}
          max={QUERY_MAX}
          completeUrl="/api/palette/completions"
          text={{ label: t('label'), placeholder: t('placeholder'), ways: t('ways') }}
        />
        <Button type="submit" tone="primary">
          {t('submit')}
        </Button>
      </form>
    </search>
  )
}
