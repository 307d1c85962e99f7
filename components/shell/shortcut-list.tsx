import { useTranslations } from 'next-intl'
import { Kbd } from '#components/ui/kbd.tsx'
import type { PaletteItem } from './shell-data.ts'

export type ShortcutSection = { title: string; lines: { label: string; keys: string }[] }

type Props = { items: PaletteItem[]; board: ShortcutSection; singleKeys: boolean }

/** Opened by `?` or from the user menu; plain HTML that is already in the page. */
export function ShortcutList({ items, board, singleKeys }: Props) {
  const t = useTranslations('shell.shortcuts')
  const general = [
    { label: t('palette'), keys: '$mod+K' },
    { label: t('search'), keys: '/' },
    { label: t('create'), keys: 'c' },
    { label: t('list'), keys: '?' },
  ]
  const lines = [...general, ...items.filter((item) => item.keys)]
  return (
    <div id="shortcuts" popover="auto" role="dialog" aria-labelledby="shortcuts-title" className="dialog print:hidden">
      <h2 id="shortcuts-title" className="text-lg font-semibold">
        {t('title')}
      </h2>
      {!singleKeys && <p className="mt-2 text-muted">{t('off')}</p>}
      <Lines lines={lines} />
      <h3 className="mt-5 font-semibold">{board.title}</h3>
      <Lines lines={board.lines} />
    </div>
  )
}

function Lines({ lines }: { lines: { label: string; keys?: string }[] }) {
  return (
    <dl className="mt-4 grid gap-x-10 gap-y-2 sm:grid-cols-2">
      {lines.map((line) => (
        <div key={`${line.keys}${line.label}`} className="flex items-center justify-between gap-4">
          <dt>{line.label}</dt>
          <dd>
            <Kbd keys={line.keys ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
