import { useTranslations } from 'next-intl'
import { Panel } from '#components/ui/panel.tsx'
import { CopyMarkdown } from './copy-markdown.tsx'

/** The same text in the forms other places take. `edits`: whoever writes it may also take the text that is not out yet. */
export function TakeAlong({ number, edits }: { number: number; edits: boolean }) {
  const t = useTranslations('exports')
  const at = (query: string) => `/api/v1/postmortems/${number}/document?${query}`
  return (
    <div className="print:hidden">
      <Panel title={t('title')}>
        <ul className="flex flex-col gap-1.5 text-base">
          <li>
            <CopyMarkdown href={at('format=markdown')} label={t('copy')} done={t('copied')} failed={t('notCopied')} />
          </li>
          <Taken href={at('format=html&show=inline')} label={t('print')} opens />
          <Taken href={at('format=markdown')} label={t('markdown')} />
          <Taken href={at('format=html')} label={t('html')} />
          <Taken href={at('format=json')} label={t('json')} />
          {edits && <Taken href={at('format=markdown&text=working')} label={t('working')} />}
        </ul>
      </Panel>
    </div>
  )
}

/** A plain link: a file is no page, so nothing of it is fetched ahead. */
function Taken({ href, label, opens = false }: { href: string; label: string; opens?: boolean }) {
  return (
    <li>
      <a href={href} {...(opens ? { target: '_blank', rel: 'noopener' } : { download: '' })}>
        {label}
      </a>
    </li>
  )
}
