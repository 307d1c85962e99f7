'use client'

import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { useStatus, useWriting } from './writing.tsx'
import { filled } from './writing-text.ts'

/** Text that could not be merged: shown until its writer has put it where it belongs, or lets it go. */
export function UnsentOffers({ headings }: { headings: Readonly<Record<string, string>> }) {
  const writing = useWriting()
  const offers = useStatus(writing, ({ offers }) => offers)
  const { text, open } = writing
  if (!open) return null
  const append = (key: string, words: string) => {
    const section = open.document.section(key)
    if (!section) return
    const { state } = section.host
    const gap = state.doc.length > 0 ? '\n\n' : ''
    section.host.dispatch(state.update({ changes: { from: state.doc.length, insert: gap + words } }))
    open.document.changed()
  }
  return offers.map(({ client, key, text: words, at }) => (
    <Callout key={client} tone="warn" title={filled(text.offer, { heading: headings[key] ?? key })} live>
      <p className="mb-2">{filled(text.offerWhy, { when: new Date(at).toLocaleString() })}</p>
      <pre className="mb-3 max-h-64 overflow-auto whitespace-pre-wrap rounded-md bg-raised p-3 font-sans text-base">
        {words}
      </pre>
      <div className="flex flex-wrap gap-2">
        {open.document.section(key) && (
          <Button
            onClick={() => {
              append(key, words)
              open.document.settle(client)
            }}
          >
            {text.offerAppend}
          </Button>
        )}
        <Button tone="quiet" onClick={() => void navigator.clipboard?.writeText(words)}>
          {text.offerCopy}
        </Button>
        <Button tone="quiet" onClick={() => open.document.settle(client)}>
          {text.offerDiscard}
        </Button>
      </div>
    </Callout>
  ))
}
