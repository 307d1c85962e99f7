import { CircleCheck, TriangleAlert } from 'lucide'
import { useTranslations } from 'next-intl'
import type { FormAction } from '#components/ui/form-state.ts'
import { Icon } from '#components/ui/icon.tsx'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { SummaryOut } from '#lib/customer-summaries/schema.ts'

type Props = { findings: SummaryOut['findings']; keep: ((key: string) => FormAction) | null }

/** What customers must not or cannot follow. Each is mended in the text or answered here; none is waved through silently. */
export function Findings({ findings, keep }: Props) {
  const t = useTranslations('customerSummary')
  const open = findings.filter(({ answer }) => answer === null).length
  if (findings.length === 0) return <p className="text-muted">{t('clean')}</p>
  return (
    <div className="flex flex-col gap-3">
      {open > 0 && <p className="font-medium">{t('found', { count: open })}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {findings.map(({ key, text, why, answer }) => (
          <li key={key} className="flex flex-col gap-1 py-2.5">
            <p className="flex items-start gap-2">
              <Icon
                icon={answer === null ? TriangleAlert : CircleCheck}
                className={`mt-0.5 size-4.5 shrink-0 ${answer === null ? 'text-warn' : 'text-ok'}`}
              />
              <span className="min-w-0">
                <code className="break-words font-mono text-sm">{text}</code>
                <span className="block text-sm text-muted">{answer === null ? why : t('may', { reason: answer })}</span>
              </span>
            </p>
            {answer === null && keep && (
              <OpeningForm summary={t('keep')} action={keep(key)} submit={t('keep')} tone="plain" size="small">
                <TextField name="reason" label={t('why')} required maxLength={2000} />
              </OpeningForm>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
