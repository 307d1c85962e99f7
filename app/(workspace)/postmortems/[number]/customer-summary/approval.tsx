import { getTranslations } from 'next-intl/server'
import { Callout } from '#components/ui/callout.tsx'
import { Form } from '#components/ui/form.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getSummaryStanding } from '#lib/customer-summaries/queries.ts'
import type { SummaryOut } from '#lib/customer-summaries/schema.ts'
import { formatInstant } from '#lib/time.ts'
import { show } from '#lib/web/show.ts'
import { approve } from './actions.ts'

type Props = { number: number; summary: SummaryOut }

/** Who let it out, or who may, or why not yet. */
export async function Approval({ number, summary: { current, findings }, zone }: Props & { zone: string }) {
  if (!current) return null
  const [t, context] = await Promise.all([getTranslations('customerSummary'), currentContext()])
  const { approval, revision } = current
  const may = await show(context, (work) => getSummaryStanding(work, number, { current, findings }))
  return (
    <Panel title={t('approval')}>
      {approval ? (
        <p>
          {t('approved', { name: approval.by?.name ?? 'Firebreak', at: formatInstant(new Date(approval.at), zone) })}
          {approval.note && <span className="block text-muted">{approval.note}</span>}
        </p>
      ) : may.allowed ? (
        <Form action={approve.bind(null, number, revision)}>
          <TextField name="note" label={t('approveNote')} maxLength={2000} />
          <div>
            <SubmitButton>{t('approve', { revision })}</SubmitButton>
          </div>
        </Form>
      ) : (
        <Callout tone="neutral" title={t('notYet')}>
          {may.reason}
        </Callout>
      )}
    </Panel>
  )
}

export async function TakeOut({ number, summary: { approved, current } }: Props) {
  const t = await getTranslations('customerSummary')
  const at = (format: string) => `/postmortems/${number}/customer-summary/export?format=${format}`
  return (
    <Panel title={t('export')}>
      {approved ? (
        <div className="flex flex-col gap-2">
          <p className="text-muted">{t('exportIntro', { revision: approved.revision })}</p>
          {current && current.revision !== approved.revision && <p>{t('newer', { revision: current.revision })}</p>}
          <p className="flex flex-wrap gap-4">
            {(['markdown', 'html', 'text'] as const).map((format) => (
              <a key={format} href={at(formats[format])} className="text-accent underline underline-offset-2">
                {t(format)}
              </a>
            ))}
          </p>
        </div>
      ) : (
        <p className="text-muted">{t('noExport')}</p>
      )}
    </Panel>
  )
}

const formats = { markdown: 'md', html: 'html', text: 'txt' } as const
