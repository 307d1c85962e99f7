import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import type { SimilarItem } from '#lib/action-items/similar.ts'

type Props = {
  number: number
  items: readonly SimilarItem[]
  /** Merges the item of this number into the one that the form names. */
  merge: (number: number) => FormAction
}

/** Others that read alike, each merged in one step and either way round; which one it became stays in both histories. */
export function MergeSuggestions({ number, items, merge }: Props) {
  const t = useTranslations('actionItems.merge')
  return (
    <section aria-label={t('perhaps')} className="flex flex-col gap-2">
      <h3 className="text-sm font-medium text-muted">{t('perhaps')}</h3>
      <ul className="flex flex-col divide-y divide-line">
        {items.map((item) => (
          <li key={item.number} className="flex flex-wrap items-center justify-between gap-2 py-2 first:pt-0">
            <div className="min-w-0 flex-1 basis-64">
              <Link href={`/action-items/${item.number}`} className="font-medium hover:underline">
                AI-{item.number} {item.title}
              </Link>
              <p className="text-sm text-muted">
                {[item.team.name, item.owner?.name, ...item.incidents.map((one) => `INC-${one.number}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <div className="flex flex-wrap gap-2">
              {[
                { from: item.number, of: number, label: t('here', { number: item.number }) },
                { from: number, of: item.number, label: t('there', { number: item.number }) },
              ].map(({ from, of, label }) => (
                <Form key={from} action={merge(from)}>
                  <input type="hidden" name="of" value={of} />
                  <Button type="submit" size="small" tone="plain">
                    {label}
                  </Button>
                </Form>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
