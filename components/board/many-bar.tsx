import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { Targets } from '#lib/action-items/into-program.ts'
import { priorities } from '#lib/action-items/vocabulary.ts'
import { MANY_FORM } from './item-rows.tsx'
import type { Names } from './words.ts'

type Props = { action: FormAction; names: Names; targets: Targets }

/** Stands there as soon as a row is ticked, which CSS alone can tell. */
export function ManyBar({ action, names: { teams, people, nobody }, targets }: Props) {
  const t = useTranslations('board.many')
  return (
    <section
      aria-label={t('title')}
      className="many-bar sticky bottom-0 z-10 mt-4 rounded-lg border border-edge bg-raised p-4 shadow-raised print:hidden"
    >
      <Form action={action} id={MANY_FORM} className="flex flex-col gap-3">
        <h2 className="font-semibold">{t('title')}</h2>
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          <Select
            name="owner"
            label={t('owner')}
            placeholder={t('asIs')}
            options={[{ value: 'none', label: nobody }, ...people]}
          />
          <Select name="team" label={t('team')} placeholder={t('asIs')} options={teams} />
          <TextField name="dueOn" type="date" label={t('dueOn')} />
          <Select
            name="priority"
            label={t('priority')}
            placeholder={t('asIs')}
            options={Object.entries(priorities).map(([value, { label }]) => ({ value, label }))}
          />
          {targets.programs.length > 0 && (
            <>
              <Select
                name="program"
                label={t('program')}
                placeholder={t('asIs')}
                options={[{ value: 'none', label: t('noProgram') }, ...targets.programs]}
              />
              <Select name="milestone" label={t('milestone')} placeholder={t('asIs')} options={targets.milestones} />
            </>
          )}
          <TextField name="reason" label={t('reason')} maxLength={2000} />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton>{t('submit')}</SubmitButton>
          <p className="text-sm text-muted">{t('hint')}</p>
        </div>
      </Form>
    </section>
  )
}
