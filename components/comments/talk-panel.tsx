import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import type { Looking, ShownThread } from './talk.ts'
import { ThreadList } from './thread-list.tsx'

type Props = {
  threads: readonly ShownThread[]
  headings: Readonly<Record<string, string>>
  looking: Looking
}

/** Beside the text while it is written: what waits, section by section. */
export function TalkPanel({ threads, headings, looking }: Props) {
  const t = useTranslations('comments')
  const sections = [...new Set(threads.map(({ section }) => section))]
  return (
    <Panel id="talk-panel" title={t('heading')}>
      <div className="flex flex-col gap-4">
        {threads.length === 0 && <p className="text-sm text-muted">{t('none')}</p>}
        {sections.map((key) => (
          <section key={key} aria-label={headings[key] ?? key} className="flex flex-col gap-2">
            <h3 className="text-sm font-medium text-muted">{headings[key] ?? key}</h3>
            <ThreadList threads={threads.filter(({ section }) => section === key)} looking={looking} />
          </section>
        ))}
        <Link href={`/postmortems/${looking.number}/comments`} className="text-sm">
          {t('all')}
        </Link>
      </div>
    </Panel>
  )
}
