import { useTranslations } from 'next-intl'
import { many, numbered } from '#components/risks/risk-facts.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Statements } from '#components/ui/statements.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { SweepOut } from '#lib/exposure/schema.ts'
import { exposures } from '#lib/exposure/vocabulary.ts'
import { optionsOf } from '#lib/options.ts'
import { formatDay } from '#lib/time.ts'
import { AnswerBadge } from './answer-badge.tsx'

type Target = SweepOut['targets'][number]

/** Every service that is asked, with its answer, what came of it, and the form for those who may answer. */
export function TargetList({
  targets,
  answers,
  actionOf,
  mayRecord,
  zone,
}: {
  targets: readonly Target[]
  answers: readonly string[]
  actionOf: (service: string) => FormAction
  mayRecord: boolean
  zone: string
}) {
  return (
    <ul className="flex flex-col divide-y divide-line">
      {targets.map((target) => (
        <li
          key={target.id}
          id={target.service.slug}
          className="flex flex-col gap-1.5 py-3 first:pt-0 last:pb-0 target:bg-hover"
        >
          <Heading target={target} />
          <Given target={target} zone={zone} />
          {target.state === 'exposed' && mayRecord && <NextSteps id={target.id} />}
          {answers.includes(target.service.slug) && (
            <AnswerForm
              service={target.service}
              action={actionOf(target.service.slug)}
              answered={target.answers.length > 0}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function Heading({ target: { service, state, aged } }: { target: Target }) {
  const t = useTranslations('exposure')
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <h3 className="font-medium">
        <Link href={`/services/${service.slug}`} className="hover:underline">
          {service.name}
        </Link>
        <span className="font-normal text-muted">
          {' '}
          {t('tier', { tier: service.tier })}, {service.team.name}
        </span>
      </h3>
      <AnswerBadge state={state} aged={aged} />
    </div>
  )
}

function Given({ target: { answers, items, risks }, zone }: { target: Target; zone: string }) {
  const t = useTranslations('exposure')
  return (
    <Statements
      of={answers.map(({ answer, by, at, note, url }) => ({
        at,
        said: t('answered', { answer: exposures[answer], name: by, date: formatDay(new Date(at), zone) }),
        note,
        url,
      }))}
      earlier={(count) => t('earlier', { count })}
    >
      {many([...items.map(numbered('/action-items', 'AI')), ...risks.map(numbered('/risks', 'RSK'))])}
    </Statements>
  )
}

function NextSteps({ id }: { id: string }) {
  const t = useTranslations('exposure')
  return (
    <p className="flex flex-wrap gap-2 print:hidden">
      <LinkButton size="small" href={`/action-items/new?target=${id}`}>
        {t('toItem')}
      </LinkButton>
      <LinkButton size="small" href={`/risks/new?target=${id}`}>
        {t('toRisk')}
      </LinkButton>
    </p>
  )
}

function AnswerForm({
  service: { name },
  action,
  answered,
}: {
  service: { name: string }
  action: FormAction
  answered: boolean
}) {
  const t = useTranslations('exposure.answer')
  return (
    <OpeningForm
      summary={t(answered ? 'again' : 'button', { service: name })}
      action={action}
      submit={t('submit')}
      tone="plain"
    >
      <RadioGroup
        name="answer"
        label={t('label')}
        required
        choices={optionsOf(exposures).map((option) => ({
          ...option,
          hint: t(`hints.${option.value as keyof typeof exposures}`),
        }))}
      />
      <TextArea name="note" label={t('note')} hint={t('noteHint')} rows={2} maxLength={2000} />
      <TextField name="url" type="url" label={t('url')} maxLength={2000} />
    </OpeningForm>
  )
}
