import { useTranslations } from 'next-intl'
import { many, numbered } from '#components/risks/risk-facts.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import type { FindingOut } from '#lib/exercises/schema.ts'
import { severities } from '#lib/exercises/vocabulary.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { mechanismOptionGroups } from '#lib/mechanisms/options.ts'
import { optionsOf } from '#lib/options.ts'

const tones = { high: 'danger', medium: 'warn', low: 'neutral' } as const

/** What it showed, and what became of that. */
export function Findings({ findings, mayFollow }: { findings: readonly FindingOut[]; mayFollow: boolean }) {
  const t = useTranslations('exercises.findings')
  if (findings.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ol className="flex flex-col divide-y divide-line">
      {findings.map(({ id, ordinal, text, severity, mechanism, items, risks }) => (
        <li key={id} className="flex flex-col gap-1.5 py-3 first:pt-0 last:pb-0">
          <span className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{t('number', { number: ordinal })}</span>
            <Badge tone={tones[severity]}>{severities[severity]}</Badge>
            {mechanism && (
              <Link href={`/mechanisms/${mechanism}`} className="text-sm text-muted hover:underline">
                {findMechanism(mechanism)?.name ?? mechanism}
              </Link>
            )}
          </span>
          <p className="whitespace-pre-line">{text}</p>
          {many([...items.map(numbered('/action-items', 'AI')), ...risks.map(numbered('/risks', 'RSK'))])}
          {mayFollow && (
            <p className="flex flex-wrap gap-2 print:hidden">
              <LinkButton
                size="small"
                href={`/action-items/new?finding=${id}`}
                aria-label={t('toItemOf', { number: ordinal })}
              >
                {t('toItem')}
              </LinkButton>
              <LinkButton
                size="small"
                href={`/risks/new?finding=${id}`}
                aria-label={t('toRiskOf', { number: ordinal })}
              >
                {t('toRisk')}
              </LinkButton>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

export function FindingForm({ action }: { action: FormAction }) {
  const t = useTranslations('exercises.findings')
  return (
    <Form action={action} className="flex max-w-xl flex-col gap-4">
      <TextArea name="text" label={t('text')} hint={t('textHint')} required rows={2} maxLength={2000} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select name="severity" label={t('severity')} required defaultValue="medium" options={optionsOf(severities)} />
        <Select name="mechanism" label={t('mechanism')} placeholder="" options={mechanismOptionGroups} />
      </div>
      <div>
        <SubmitButton tone="plain">{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
