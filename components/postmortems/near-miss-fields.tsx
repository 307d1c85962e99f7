import { useTranslations } from 'next-intl'
import { MomentField } from '#components/incidents/moment-field.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { mechanismOptionGroups } from '#lib/mechanisms/options.ts'
import type { Option } from '#lib/options.ts'
import type { AskedSection } from '#lib/templates/model.ts'

type Props = { teams: Option[]; team: string | undefined; services: Option[]; zone: string; questions: AskedSection[] }

/** What happened in four boxes, then the questions of the template: the needed ones in sight, the others folded. */
export function NearMissFields({ teams, team, services, zone, questions }: Props) {
  const t = useTranslations('nearMiss')
  const m = useTranslations('incidents.form.moment')
  const numbered = questions.map((question, index) => ({ question, index }))
  const needed = numbered.filter(({ question }) => question.need === 'review')
  const others = numbered.filter(({ question }) => question.need !== 'review')
  return (
    <>
      <input type="hidden" name="zone" value={zone} />
      <TextField name="title" label={t('title')} hint={t('titleHint')} required maxLength={200} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select name="team" label={t('team')} required defaultValue={team ?? ''} options={teams} />
        <Select
          name="service"
          label={t('service')}
          hint={t('serviceHint')}
          placeholder={t('optional')}
          options={services}
        />
        <MomentField
          name="at"
          label={t('at')}
          hint={zone}
          zone={zone}
          text={{ which: m('which'), first: m('first'), second: m('second'), leaveOut: m('leaveOut') }}
        />
        <Select
          name="mechanism"
          label={t('mechanism')}
          hint={t('mechanismHint')}
          placeholder={t('optional')}
          options={mechanismOptionGroups}
        />
      </div>
      {needed.map((each) => (
        <Question key={each.question.key} {...each} />
      ))}
      {others.length > 0 && (
        <Disclosure summary={t('more')}>
          <div className="flex flex-col gap-5">
            {others.map((each) => (
              <Question key={each.question.key} {...each} />
            ))}
          </div>
        </Disclosure>
      )}
    </>
  )
}

function Question({ question: { key, heading, prompt }, index }: { question: AskedSection; index: number }) {
  return (
    <>
      <input type="hidden" name={`answers.${index}.key`} value={key} />
      <TextArea name={`answers.${index}.body`} label={heading} hint={prompt} rows={3} maxLength={100_000} />
    </>
  )
}
