import { useTranslations } from 'next-intl'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { detections, type ExerciseKind, outcomes, responses } from '#lib/exercises/vocabulary.ts'
import { optionsOf } from '#lib/options.ts'

/** Whether it held, whether anybody was told, whether what was written down helped; and what this kind measures besides. */
export function FinishFields({ kind }: { kind: ExerciseKind }) {
  const t = useTranslations('exercises.finish')
  return (
    <>
      <RadioGroup name="outcome" label={t('outcome')} required choices={optionsOf(outcomes)} />
      <TextArea name="summary" label={t('summary')} required rows={3} maxLength={2000} />
      <TextField name="radius" label={t('radius')} hint={t('radiusHint')} maxLength={300} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select name="detection" label={t('detection')} required placeholder="" options={optionsOf(detections)} />
        <TextField name="detectedMinutes" label={t('detectedMinutes')} inputMode="numeric" />
      </div>
      <TextArea name="detectionNote" label={t('detectionNote')} rows={2} maxLength={2000} />
      <Select name="response" label={t('response')} required placeholder="" options={optionsOf(responses)} />
      <TextArea name="responseNote" label={t('responseNote')} rows={2} maxLength={2000} />
      {kind === 'failover' && <Recovery />}
      {kind === 'load_test' && <Load />}
    </>
  )
}

function Recovery() {
  const t = useTranslations('exercises.finish')
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="rtoMinutes" label={t('rtoMinutes')} inputMode="numeric" />
        <TextField name="rpoMinutes" label={t('rpoMinutes')} inputMode="numeric" />
      </div>
      <Select
        name="restoreVerified"
        label={t('restoreVerified')}
        hint={t('restoreVerifiedHint')}
        placeholder={t('restoreNone')}
        options={[
          { value: 'yes', label: t('restoreYes') },
          { value: 'no', label: t('restoreNo') },
        ]}
      />
      <TextArea name="restoreNote" label={t('restoreNote')} hint={t('restoreNoteHint')} rows={2} maxLength={2000} />
    </>
  )
}

/** Boxes to fill; a row left blank is none. */
const limits = [0, 1, 2, 3]
const sites = [0, 1, 2, 3, 4, 5]

function Load() {
  const t = useTranslations('exercises.finish')
  return (
    <fieldset className="flex flex-col gap-5 rounded-lg border border-line p-4">
      <legend className="px-1 font-semibold">{t('load')}</legend>
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField name="load.peak" label={t('peak')} hint={t('peakHint')} required inputMode="decimal" />
        <TextField name="load.saturation" label={t('saturation')} hint={t('saturationHint')} inputMode="decimal" />
        <TextField name="load.unit" label={t('unit')} required defaultValue="requests/s" maxLength={40} />
      </div>
      <p className="text-sm text-muted">{t('limitsHint')}</p>
      <div className="grid grid-cols-2 gap-3">
        {limits.map((index) => [
          <TextField
            key={`resource ${index}`}
            name={`load.limits.${index}.resource`}
            label={`${t('resource')} ${index + 1}`}
            maxLength={80}
          />,
          <TextField
            key={`load ${index}`}
            name={`load.limits.${index}.load`}
            label={`${t('limit')} ${index + 1}`}
            inputMode="decimal"
          />,
        ])}
      </div>
      <p className="text-sm text-muted">{t('sitesHint')}</p>
      <div className="grid grid-cols-3 gap-3">
        {sites.map((index) =>
          (['name', 'safe', 'peak'] as const).map((name) => (
            <TextField
              key={`${name} ${index}`}
              name={`load.sites.${index}.${name}`}
              label={`${t(`site.${name}`)} ${index + 1}`}
              maxLength={80}
            />
          )),
        )}
      </div>
    </fieldset>
  )
}
