import { useTranslations } from 'next-intl'
import type { FormAction } from '#components/ui/form-state.ts'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Option } from '#lib/options.ts'
import type { TreatmentKind } from '#lib/risks/vocabulary.ts'

/** The decisions that are possible now, each with what it needs. */
export function TreatForms({
  kinds,
  people,
  action,
}: {
  kinds: readonly TreatmentKind[]
  people: Option[]
  action: FormAction
}) {
  const t = useTranslations('risks.treat')
  return (
    <div className="flex flex-col gap-2">
      {kinds.map((kind) => (
        <OpeningForm key={kind} summary={t(`button.${kind}`)} action={action} submit={t(`submit.${kind}`)} tone="plain">
          <input type="hidden" name="kind" value={kind} />
          {kind === 'accept' && (
            <>
              <TextField
                name="until"
                type="date"
                label={t('until')}
                hint={t('untilHint')}
                required
                className="max-w-48"
              />
              <Select
                name="approver"
                label={t('approver')}
                hint={t('approverHint')}
                required
                placeholder=""
                options={people}
              />
            </>
          )}
          <TextArea name="reason" label={t(`reason.${kind}`)} required rows={2} maxLength={2000} />
        </OpeningForm>
      ))}
    </div>
  )
}
