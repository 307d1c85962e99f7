import { quoteLabel } from './from-text.ts'

/** Why there is such an item: the words it came from, kept with it as a link to where they were said. */
export function WhyFromThread({ quote, href }: { quote: string; href: string }) {
  return (
    <>
      <blockquote className="whitespace-pre-wrap border-l-2 border-accent pl-3 text-muted [overflow-wrap:anywhere]">
        {quote}
      </blockquote>
      <input type="hidden" name="links.0.label" value={quoteLabel(quote)} />
      <input type="hidden" name="links.0.url" value={href} />
    </>
  )
}
