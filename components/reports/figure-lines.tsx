import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { type Line, shareText } from '#lib/reports/lines.ts'

/** Each figure with its definition beside it, and, where a list shows the same rows, a way to them. */
export function FigureLines({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations('reports')
  return (
    <dl className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {lines.map((line) => {
        const { value, detail } = said(line, t)
        return (
          <div
            key={line.key}
            className="flex flex-col gap-1 rounded-lg border border-line bg-raised p-4 print:break-inside-avoid"
          >
            <dt className="text-sm font-medium text-muted">{t(`figures.${line.key}.name` as 'figures.open.name')}</dt>
            <dd className="text-xl font-semibold tabular-nums">
              {line.href ? (
                <Link href={line.href} className="hover:underline">
                  {value}
                </Link>
              ) : (
                value
              )}
            </dd>
            {detail && <dd className="text-sm text-muted">{detail}</dd>}
            <dd className="text-sm text-faint">{t(`figures.${line.key}.definition` as 'figures.open.definition')}</dd>
          </div>
        )
      })}
    </dl>
  )
}

function said(line: Line, t: ReturnType<typeof useTranslations<'reports'>>): { value: string; detail: string } {
  if (line.kind === 'count') return { value: String(line.count), detail: '' }
  if (line.kind === 'share') return line.share ? shareText(line.share) : { value: '–', detail: t('none') }
  if (line.days === null) return { value: '–', detail: noDays(line, t) }
  return { value: t('days', { days: Math.round(line.days) }), detail: t('of', { n: line.n }) }
}

/** A median of what is not over is not known while more than half of it is not over. */
function noDays({ key, n }: Line & { kind: 'days' }, t: ReturnType<typeof useTranslations<'reports'>>): string {
  if (n === 0) return t('none')
  return key === 'timeToDone' ? t('mostlyOpen', { n }) : t('tooFew', { n })
}
