import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TabsNav } from '#components/ui/tabs-nav.tsx'
import type { Period } from '#lib/reports/model.ts'
import { formatDay } from '#lib/time.ts'

const pages = ['action-items', 'incidents', 'quarter'] as const
export type ReportPage = (typeof pages)[number]

type Props = {
  current: ReportPage
  period: Period
  quarters: readonly string[]
  teams: readonly { value: string; label: string }[]
  chosen: { period?: string | undefined; team?: string | undefined }
  children: ReactNode
}

/** What all reports share: which one, of which quarter, of which team; all in the address. */
export function ReportFrame({ current, period, quarters, teams, chosen, children }: Props) {
  const t = useTranslations('reports')
  const query = new URLSearchParams(Object.entries(chosen).flatMap(([key, value]) => (value ? [[key, value]] : [])))
  const tabs = pages.map((page) => ({
    href: `/reports/${page}${query.size > 0 ? `?${query}` : ''}`,
    label: t(`pages.${page}`),
    current: page === current,
  }))
  return (
    <>
      <PageHeader
        title={t(`pages.${current}`)}
        description={t(period.over ? 'asOfEnd' : 'asOfNow', {
          period: period.name,
          date: formatDay(period.to, 'UTC'),
        })}
      />
      <TabsNav label={t('title')} tabs={tabs} />
      <form action={`/reports/${current}`} method="get" className="mb-5 flex flex-wrap items-end gap-2 print:hidden">
        <Choice
          name="period"
          label={t('period')}
          value={period.name}
          options={quarters.map((name) => ({ value: name, label: name }))}
        />
        <Choice
          name="team"
          label={t('team')}
          value={chosen.team ?? ''}
          options={[{ value: '', label: t('everyTeam') }, ...teams]}
        />
        <Button type="submit">{t('show')}</Button>
      </form>
      {children}
      <p className="mt-6 max-w-prose text-sm text-muted">{t('visible')}</p>
    </>
  )
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string
  label: string
  value: string
  options: { value: string; label: string }[]
}) {
  return (
    <label className="flex flex-col gap-1 text-sm font-medium text-muted">
      {label}
      <select key={value} name={name} defaultValue={value} className="control min-w-40">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
