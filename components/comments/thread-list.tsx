import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure.tsx'
import type { Looking, ShownThread } from './talk.ts'
import { ThreadItem } from './thread-item.tsx'

type Props = { threads: readonly ShownThread[]; looking: Looking }

/** Those that wait come first; what was settled is folded, and still there. */
export function ThreadList({ threads, looking }: Props) {
  const t = useTranslations('comments')
  const open = threads.filter(({ state }) => state === 'open')
  const settled = threads.filter(({ state }) => state !== 'open')
  return (
    <div className="flex flex-col gap-3">
      {open.length > 0 && <Threads {...{ threads: open, looking }} />}
      {settled.length > 0 && (
        <Disclosure summary={t('settled', { count: settled.length })}>
          <Threads {...{ threads: settled, looking }} />
        </Disclosure>
      )}
    </div>
  )
}

function Threads({ threads, looking }: Props) {
  return (
    <ol className="flex flex-col gap-3">
      {threads.map((thread) => (
        <ThreadItem key={thread.id} thread={thread} looking={looking} />
      ))}
    </ol>
  )
}
