import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { inkTone } from '#components/ui/tone.ts'
import { matrixOf } from '#lib/exposure/model.ts'
import type { CellOut } from '#lib/exposure/schema.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { AnswerBadge, looks } from './answer-badge.tsx'

/** Mechanisms down, services across; both headings stay in sight. On a phone and on paper it is the list below. */
export function ExposureMatrix({ cells }: { cells: readonly CellOut[] }) {
  const t = useTranslations('exposure')
  const { services, rows } = matrixOf(cells)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard. */}
      <section className="matrix max-sm:hidden print:hidden" tabIndex={0} aria-label={t('matrix')}>
        <table>
          <caption className="sr-only">{t('matrix')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('mechanism')}</th>
              {services.map(({ slug, name, tier }) => (
                <th key={slug} scope="col">
                  <Link href={`/services/${slug}`} className="hover:underline">
                    {name}
                  </Link>
                  <span className="block text-xs font-normal text-faint">{t('tier', { tier })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ mechanism, cells: row }) => (
              <tr key={mechanism}>
                <th scope="row">
                  <Link href={`/mechanisms/${mechanism}`} className="hover:underline">
                    {nameOf(mechanism)}
                  </Link>
                </th>
                {row.map((cell, index) => (
                  <td key={services[index]?.slug}>{cell ? <Cell cell={cell} /> : <NotAsked />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="sm:hidden print:block">
        {rows.map(({ mechanism, cells: row }) => (
          <section key={mechanism} className="mb-5">
            <h2 className="mb-1 font-semibold">{nameOf(mechanism)}</h2>
            <CellList cells={row.flatMap((cell) => cell ?? [])} />
          </section>
        ))}
      </div>
    </>
  )
}

function Cell({ cell }: { cell: CellOut }) {
  const t = useTranslations('exposure')
  const { tone, icon } = looks[cell.state]
  const said = t(`state.${cell.state}`)
  return (
    <Link
      href={`/exposure/${cell.sweep}#${cell.service.slug}`}
      aria-label={`${cell.service.name}: ${said}${cell.aged ? `, ${t('aged')}` : ''}`}
      title={cell.note || said}
      className={`flex items-center justify-center gap-1 rounded-sm px-1 py-1.5 text-sm hover:bg-hover ${cell.aged ? 'text-faint' : ''}`}
    >
      <Icon icon={icon} className={`size-4 ${cell.aged ? 'text-faint' : inkTone[tone]}`} />
      <span>{t(`short.${cell.state}`)}</span>
    </Link>
  )
}

function NotAsked() {
  const t = useTranslations('exposure')
  return (
    <span className="block text-center text-faint">
      <span aria-hidden>·</span>
      <span className="sr-only">{t('notAsked')}</span>
    </span>
  )
}

/** The same as lines: one service each. */
export function CellList({ cells, by = 'service' }: { cells: readonly CellOut[]; by?: 'service' | 'mechanism' }) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {cells.map((cell) => (
        <li key={cell.id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-1.5">
          <Link href={`/exposure/${cell.sweep}#${cell.service.slug}`} className="hover:underline">
            {by === 'service' ? cell.service.name : nameOf(cell.mechanism)}
          </Link>
          <AnswerBadge state={cell.state} aged={cell.aged} />
          {cell.note && <span className="basis-full text-sm text-muted">{cell.note}</span>}
        </li>
      ))}
    </ul>
  )
}

export const nameOf = (code: string): string => findMechanism(code)?.name ?? code
