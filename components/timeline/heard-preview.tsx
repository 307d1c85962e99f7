'use client'

import { Callout } from '#components/ui/callout.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import type { TranscriptState } from '#lib/timeline/schema.ts'
import type { ImportText } from './import-text.ts'

/** Line by line what was understood, and what was not, with the reason. */
export function HeardPreview({
  heard,
  items,
  words,
  text,
}: {
  heard: NonNullable<TranscriptState['heard']>
  items: NonNullable<TranscriptState['items']>
  words: NonNullable<TranscriptState['words']>
  text: ImportText
}) {
  const unread = items.filter(({ at }) => at === '')
  return (
    <section aria-label={text.preview} className="flex flex-col gap-4">
      <Callout tone={unread.length > 0 ? 'warn' : 'ok'} title={words.readAs} live>
        {words.unread}
      </Callout>
      {unread.length > 0 && (
        <ul className="flex flex-col gap-1.5 text-sm">
          {unread.map(({ line, text: said, problem }) => (
            <li key={`${line}${said}`}>
              <span className="text-faint tabular-nums">{line}</span> <span className="wrap-anywhere">{said}</span>{' '}
              <span className="text-warn">{problem}</span>
            </li>
          ))}
        </ul>
      )}
      {words.asides && (
        <Disclosure summary={words.asides}>
          <ul className="text-sm text-muted">
            {heard.asides.map(({ line, text: aside }) => (
              <li key={line} className="wrap-anywhere">
                <span className="text-faint tabular-nums">{line}</span> {aside}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <div className="table-frame max-h-[32rem] overflow-y-auto">
        <table className="table">
          <caption className="sr-only">{text.preview}</caption>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">{text.time}</th>
              <th scope="col">{text.who}</th>
              <th scope="col">{text.what}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ line, at, speaker, text: said, problem }) => (
              <tr key={`${line}${said}`}>
                <td className="text-faint tabular-nums">{line}</td>
                <td className="whitespace-nowrap tabular-nums">{at || <span className="text-warn">{problem}</span>}</td>
                <td>{speaker}</td>
                <td className="whitespace-pre-wrap wrap-anywhere">{said}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {words.shown && <p className="text-sm text-muted">{words.shown}</p>}
    </section>
  )
}
