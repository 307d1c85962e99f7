import { type Change, diffWordsWithSpace } from 'diff'
import { useTranslations } from 'next-intl'

/** Both texts are short (lib/comments/schema.ts), so this never takes noticeable time. */
const DIFF_MS = 100

/** What would be taken out and put in: struck and underlined, so that it holds without colour. */
export function SuggestedChange({ before, after }: { before: string; after: string }) {
  const t = useTranslations('comments')
  const parts = diffWordsWithSpace(before, after, { timeout: DIFF_MS })
  return (
    <p className="whitespace-pre-wrap rounded-md bg-sunken p-2.5 text-sm leading-relaxed [overflow-wrap:anywhere]">
      <span className="sr-only">{t('suggested')} </span>
      {parts ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a diff have no other identity and never move.
        parts.map((part, index) => <Part key={index} part={part} />)
      ) : (
        <>
          <Removed>{before}</Removed> <Added>{after}</Added>
        </>
      )}
    </p>
  )
}

function Part({ part: { value, added, removed } }: { part: Change }) {
  if (added) return <Added>{value}</Added>
  return removed ? <Removed>{value}</Removed> : value
}

const Added = ({ children }: { children: string }) => (
  <ins className="rounded-sm bg-ok-soft text-ok underline underline-offset-2">{children}</ins>
)

const Removed = ({ children }: { children: string }) => (
  <del className="rounded-sm bg-danger-soft text-danger line-through">{children}</del>
)
