import { useTranslations } from 'next-intl'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ExerciseOut } from '#lib/exercises/schema.ts'

/** Steady states and abort rules: those there are, and one or two more. A row left blank is none. */
export function PlanRows({ exercise }: { exercise: ExerciseOut | undefined }) {
  const t = useTranslations('exercises.form')
  const states = [...(exercise?.steadyStates ?? []), {}, ...(exercise ? [] : [{}])] as Record<string, string>[]
  const rules = [...(exercise?.abortRules ?? []), blank, ...(exercise ? [] : [blank])]
  return (
    <>
      <fieldset className="flex flex-col gap-3 rounded-lg border border-line p-4">
        <legend className="px-1 font-semibold">{t('steadyStates')}</legend>
        <p className="text-sm text-muted">{t('steadyStatesHint')}</p>
        {placed(states).map(({ row: state, index }) => (
          <div
            key={index}
            className="grid gap-3 border-t border-line pt-3 first-of-type:border-t-0 first-of-type:pt-0 sm:grid-cols-2"
          >
            {(['metric', 'tolerance', 'query', 'baseline'] as const).map((name) => (
              <TextField
                key={name}
                name={`steadyStates.${index}.${name}`}
                label={`${t(`steady.${name}`)} ${index + 1}`}
                maxLength={300}
                defaultValue={state[name] ?? ''}
              />
            ))}
          </div>
        ))}
      </fieldset>
      <fieldset className="flex flex-col gap-3 rounded-lg border border-line p-4">
        <legend className="px-1 font-semibold">{t('abortRules')}</legend>
        <p className="text-sm text-muted">{t('abortRulesHint')}</p>
        {placed(rules).map(({ row: rule, index }) => (
          <div
            key={index}
            className="grid gap-3 border-t border-line pt-3 first-of-type:border-t-0 first-of-type:pt-0 sm:grid-cols-2"
          >
            {(['condition', 'by'] as const).map((name) => (
              <TextField
                key={name}
                name={`abortRules.${index}.${name}`}
                label={`${t(`abort.${name}`)} ${index + 1}`}
                maxLength={300}
                defaultValue={rule[name]}
              />
            ))}
            {(['automatic', 'tested'] as const).map((name) => (
              <Checkbox
                key={name}
                name={`abortRules.${index}.${name}`}
                label={`${t(`abort.${name}`)} ${index + 1}`}
                defaultChecked={rule[name]}
              />
            ))}
          </div>
        ))}
      </fieldset>
    </>
  )
}

const blank = { condition: '', by: '', automatic: false, tested: false }

/** A row is the place it stands at. */
const placed = <Row,>(rows: readonly Row[]) => rows.map((row, index) => ({ row, index }))
