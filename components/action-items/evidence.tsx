import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import { evidenceKinds } from '#lib/action-items/vocabulary.ts'
import { optionsOf } from '#lib/options.ts'
import { formatDay } from '#lib/time.ts'

export function EvidenceList({ evidence, zone }: { evidence: ActionItemOut['evidence']; zone: string }) {
  const t = useTranslations('actionItems.evidence')
  if (evidence.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ul className="flex flex-col divide-y divide-line">
      {evidence.map(({ kind, url, note, at }) => (
        <li key={`${at} ${url} ${note}`} className="flex flex-col gap-1 py-2 first:pt-0">
          <span className="flex flex-wrap justify-between gap-x-3">
            <span className="font-medium">{evidenceKinds[kind]}</span>
            <span className="text-sm text-faint">{formatDay(new Date(at), zone)}</span>
          </span>
          {note && <span className="whitespace-pre-line">{note}</span>}
          {url && (
            <a href={url} rel="noreferrer" className="truncate text-accent hover:underline">
              {url}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

export function EvidenceForm({ action }: { action: FormAction }) {
  const t = useTranslations('actionItems.evidence')
  return (
    <Form action={action} className="flex max-w-xl flex-col gap-4">
      <Select name="kind" label={t('kind')} required defaultValue="change" options={optionsOf(evidenceKinds)} />
      <TextField name="url" type="url" label={t('url')} maxLength={2000} />
      <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={2} maxLength={2000} />
      <div>
        <SubmitButton tone="plain">{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
