import type { SearchResult } from '#lib/search/schema.ts'

/** A quotation with the words that were looked for. `mark` says it to those who do not see the colour. */
export function Marked({ snippet: { text, marks } }: { snippet: SearchResult['snippet'] }) {
  const parts = marks.map(([start, end], index) => ({
    start,
    before: text.slice(marks[index - 1]?.[1] ?? 0, start),
    marked: text.slice(start, end),
  }))
  return (
    <>
      {parts.map(({ start, before, marked }) => (
        <span key={start}>
          {before}
          <mark className="rounded-sm bg-accent-soft px-0.5 font-medium text-ink">{marked}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}
