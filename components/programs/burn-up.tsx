import { useTranslations } from 'next-intl'
import { type LinePoint, Lines } from '#components/charts/lines.tsx'
import type { MeasuresOut } from '#lib/programs/measures.ts'

type Milestones = MeasuresOut['milestones']
type Given = { milestones: Milestones; startOn: string; endOn: string; today: string }

/** The weight that was planned to be done by each day, and the weight that was. */
export function BurnUp({ milestones, startOn, endOn, today }: Given) {
  const t = useTranslations('programs.burnUp')
  const kept = milestones.filter(({ dropped }) => !dropped)
  const planned = rising(
    kept.map(({ dueOn, weight }) => ({ on: dueOn, value: weight })),
    startOn,
  )
  const done = rising(
    kept.flatMap(({ doneOn, weight }) => (doneOn ? [{ on: doneOn, value: weight }] : [])),
    startOn,
  )
  const upTo = [...done, { on: today < startOn ? startOn : today, value: done.at(-1)?.value ?? 0 }]
  const days = [...planned, ...upTo].map(({ on }) => on).sort()
  return (
    <Lines
      title={t('title')}
      unit=""
      from={days[0] ?? startOn}
      until={[endOn, days.at(-1) ?? endOn].sort()[1] ?? endOn}
      today={today}
      columns={{ day: t('day'), today: t('today') }}
      lines={[
        { name: t('planned'), look: 'dashed', points: planned },
        { name: t('done'), look: 'stepped', points: upTo },
      ]}
    />
  )
}

function rising(steps: readonly LinePoint[], startOn: string): LinePoint[] {
  const sorted = [...steps].sort((a, b) => (a.on < b.on ? -1 : 1))
  const upTo = (index: number) => sorted.slice(0, index + 1).reduce((sum, { value }) => sum + value, 0)
  return [{ on: startOn, value: 0 }, ...sorted.map(({ on }, index) => ({ on, value: upTo(index) }))]
}
