import { ArrowDown, ArrowUp } from 'lucide'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Icon } from '#components/ui/icon.tsx'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { type Option, optionsOf } from '#lib/options.ts'
import type { MeasuresOut } from '#lib/programs/measures.ts'
import { directions, levels, riskKinds, riskStates } from '#lib/programs/vocabulary.ts'

type Milestone = MeasuresOut['milestones'][number]
type Kpi = MeasuresOut['kpis'][number]
type Risk = MeasuresOut['risks'][number]
type Send = { action: FormAction }

const GRID = 'grid gap-4 sm:grid-cols-2'

type Answering = { people: Option[]; teams: Option[] }

export function AddMilestoneForm({ action, ...choices }: Send & Answering) {
  const t = useTranslations('programs.milestones')
  return (
    <OpeningForm summary={t('add')} action={action} submit={t('add')}>
      <MilestoneFields {...choices} />
      <TextField name="dueOn" type="date" label={t('due')} required />
    </OpeningForm>
  )
}

export function EditMilestoneForm({ milestone, action, ...choices }: Send & Answering & { milestone: Milestone }) {
  const t = useTranslations('programs.milestones')
  return (
    <OpeningForm summary={t('edit', { title: milestone.title })} action={action} submit={t('editSubmit')}>
      <MilestoneFields milestone={milestone} {...choices} />
    </OpeningForm>
  )
}

function MilestoneFields({ milestone, people, teams }: Answering & { milestone?: Milestone }) {
  const t = useTranslations('programs.milestones')
  const { title, exitCriterion, weight = 10, owner, team } = milestone ?? {}
  return (
    <>
      <TextField name="title" label={t('title')} defaultValue={title} required maxLength={200} />
      <TextField
        name="exitCriterion"
        label={t('criterion')}
        hint={t('criterionHint')}
        defaultValue={exitCriterion}
        required
        maxLength={500}
      />
      <div className={GRID}>
        <TextField
          name="weight"
          type="number"
          label={t('weight')}
          hint={t('weightHint')}
          defaultValue={String(weight)}
          required
        />
        <Select name="owner" label={t('owner')} defaultValue={owner?.id ?? ''} options={people} placeholder="" />
        <Select name="team" label={t('team')} defaultValue={team?.slug ?? ''} options={teams} placeholder="" />
      </div>
    </>
  )
}

/** Before the one above it, or behind the one below. */
export function OrderForm({ milestone, at, last, action }: Send & { milestone: Milestone; at: number; last: boolean }) {
  const t = useTranslations('programs.milestones')
  const { title } = milestone
  return (
    <div className="flex gap-1">
      {[
        { to: at - 1, label: t('up', { title }), icon: ArrowUp, shown: at > 0 },
        { to: at + 1, label: t('down', { title }), icon: ArrowDown, shown: !last },
      ].map(
        ({ to, label, icon, shown }) =>
          shown && (
            <Form key={to} action={action}>
              <input type="hidden" name="position" value={to} />
              <Button type="submit" tone="quiet" size="small" aria-label={label}>
                <Icon icon={icon} className="size-4" />
              </Button>
            </Form>
          ),
      )}
    </div>
  )
}

export function MoveMilestoneForm({ milestone, action }: Send & { milestone: Milestone }) {
  const t = useTranslations('programs.milestones')
  return (
    <OpeningForm summary={t('move', { title: milestone.title })} action={action} submit={t('moveSubmit')}>
      <TextField name="dueOn" type="date" label={t('newDue')} defaultValue={milestone.dueOn} required />
      <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} required rows={2} maxLength={2000} />
    </OpeningForm>
  )
}

export function DropMilestoneForm({ milestone, action }: Send & { milestone: Milestone }) {
  const t = useTranslations('programs.milestones')
  const { title, dropped } = milestone
  return (
    <OpeningForm
      summary={t(dropped ? 'takeUp' : 'drop', { title })}
      action={action}
      submit={t(dropped ? 'takeUpSubmit' : 'dropSubmit')}
    >
      <input type="hidden" name="dropped" value={dropped ? 'false' : 'true'} />
      <TextArea name="reason" label={t('reason')} required rows={2} maxLength={2000} />
    </OpeningForm>
  )
}

export function AdvanceMilestoneForm({ milestone, action }: Send & { milestone: Milestone }) {
  const t = useTranslations('programs.milestones')
  return (
    <OpeningForm summary={t('advance', { title: milestone.title })} action={action} submit={t('advanceSubmit')}>
      <TextField
        name="percent"
        type="number"
        label={t('percentDone')}
        defaultValue={String(milestone.percent)}
        required
      />
      <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={2} maxLength={2000} />
      <TextField name="url" type="url" label={t('url')} />
    </OpeningForm>
  )
}

export function AddKpiForm({ action, startOn, endOn }: Send & { startOn: string; endOn: string }) {
  const t = useTranslations('programs.kpi')
  return (
    <OpeningForm summary={t('add')} action={action} submit={t('add')}>
      <TextField name="name" label={t('name')} required maxLength={120} />
      <div className={GRID}>
        <TextField name="unit" label={t('unit')} maxLength={20} />
        <Select name="direction" label={t('direction')} required placeholder="" options={optionsOf(directions)} />
        <PathFields path={{ baseline: '', startOn, target: '', targetOn: endOn, cycleDays: '30' }} />
      </div>
      <TextField name="source" label={t('sourceField')} maxLength={500} />
    </OpeningForm>
  )
}

type Path = Record<'baseline' | 'startOn' | 'target' | 'targetOn' | 'cycleDays', string>

function PathFields({ path }: { path: Path }) {
  const t = useTranslations('programs.kpi')
  return (
    <>
      <TextField name="baseline" type="number" step="any" label={t('baseline')} defaultValue={path.baseline} required />
      <TextField name="startOn" type="date" label={t('startOn')} defaultValue={path.startOn} required />
      <TextField name="target" type="number" step="any" label={t('target')} defaultValue={path.target} required />
      <TextField name="targetOn" type="date" label={t('targetOn')} defaultValue={path.targetOn} required />
      <TextField name="cycleDays" type="number" label={t('cycle')} defaultValue={path.cycleDays} required />
    </>
  )
}

export function PlanKpiForm({ kpi, action }: Send & { kpi: Kpi }) {
  const t = useTranslations('programs.kpi')
  const { baseline, startOn, target, targetOn, cycleDays } = kpi
  const path = { baseline: String(baseline), startOn, target: String(target), targetOn, cycleDays: String(cycleDays) }
  return (
    <OpeningForm summary={t('plan', { name: kpi.name })} action={action} submit={t('planSubmit')}>
      <div className={GRID}>
        <PathFields path={path} />
        <Select
          name="ended"
          label={t('endedField')}
          required
          defaultValue={kpi.ended ? 'true' : 'false'}
          options={[
            { value: 'false', label: t('goesOn') },
            { value: 'true', label: t('ended') },
          ]}
        />
      </div>
      <TextArea name="reason" label={t('reason')} required rows={2} maxLength={2000} />
    </OpeningForm>
  )
}

export function MeasureForm({ kpi, today, action }: Send & { kpi: Kpi; today: string }) {
  const t = useTranslations('programs.kpi')
  return (
    <OpeningForm summary={t('measure', { name: kpi.name })} action={action} submit={t('measureSubmit')}>
      <div className={GRID}>
        <TextField name="on" type="date" label={t('day')} defaultValue={today} required />
        <TextField name="value" type="number" step="any" label={t('value')} required />
      </div>
      <TextField name="note" label={t('note')} hint={t('noteHint')} maxLength={2000} />
    </OpeningForm>
  )
}

export function AddRiskForm({ action, people }: Send & { people: Option[] }) {
  const t = useTranslations('programs.risks')
  return (
    <OpeningForm summary={t('add')} action={action} submit={t('add')}>
      <TextField name="title" label={t('title')} required maxLength={200} />
      <Select
        name="kind"
        label={t('kind')}
        hint={t('kindHint')}
        required
        defaultValue="risk"
        options={optionsOf(riskKinds)}
      />
      <AssessmentFields people={people} />
    </OpeningForm>
  )
}

export function AssessRiskForm({ risk, people, action }: Send & { risk: Risk; people: Option[] }) {
  const t = useTranslations('programs.risks')
  return (
    <OpeningForm summary={t('assess', { title: risk.title })} action={action} submit={t('assessSubmit')}>
      <Select name="state" label={t('state')} required defaultValue={risk.state} options={optionsOf(riskStates)} />
      <AssessmentFields risk={risk} people={people} />
    </OpeningForm>
  )
}

function AssessmentFields({ risk, people }: { risk?: Risk; people: Option[] }) {
  const t = useTranslations('programs.risks')
  return (
    <>
      <div className={GRID}>
        {(['likelihood', 'effect'] as const).map((name) => (
          <Select
            key={name}
            name={name}
            label={t(name)}
            required
            defaultValue={risk?.[name] ?? 'medium'}
            options={optionsOf(levels)}
          />
        ))}
      </div>
      <TextArea name="mitigation" label={t('mitigation')} defaultValue={risk?.mitigation} rows={2} maxLength={2000} />
      <div className={GRID}>
        <TextField name="mitigationOn" type="date" label={t('mitigationOn')} defaultValue={risk?.mitigationOn ?? ''} />
        <Select name="owner" label={t('owner')} defaultValue={risk?.owner?.id ?? ''} options={people} />
      </div>
      <TextField name="note" label={t('note')} maxLength={2000} />
    </>
  )
}
