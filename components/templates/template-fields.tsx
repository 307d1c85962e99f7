import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { optionsOf } from '#lib/options.ts'
import { factFields, factKeys } from '#lib/templates/fact-fields.ts'
import type { TemplateOut } from '#lib/templates/schema.ts'
import { NeedFields, type NeedText } from './need-fields.tsx'
import { RuleRows } from './rule-rows.tsx'
import { SectionRows } from './section-rows.tsx'

type Props = { template: TemplateOut; teams: { value: string; label: string }[]; reasons: Record<string, string> }

/** Everything an administrator can change in a template, as one form that needs no script. */
export function TemplateFields({ template, teams, reasons }: Props) {
  const t = useTranslations('templates.edit')
  const needText = useNeedText()
  return (
    <>
      <input type="hidden" name="seen" value={template.seen} />
      <Part heading={t('about')}>
        <AboutFields template={template} reasons={reasons} />
      </Part>
      {template.kind === 'postmortem' && (
        <Part heading={t('rules')} hint={t('rulesHint')}>
          <RuleRows
            rules={template.choose}
            teams={teams}
            text={{
              ruleLegend: t('ruleLegend'),
              severities: t('severities'),
              kinds: t('kinds'),
              teams: t('teams'),
              because: t('because'),
              addRule: t('addRule'),
            }}
          />
        </Part>
      )}
      <Part heading={t('sections')} hint={t('sectionsHint')}>
        <SectionRows sections={template.sections} text={{ ...useSectionText(), ...needText }} />
      </Part>
      <Part heading={t('facts')} hint={t('factsHint')}>
        <Disclosure summary={t('facts')}>
          <div className="flex flex-col gap-4">
            {factKeys.map((key) => (
              <NeedFields
                key={key}
                name={`facts.${key}`}
                legend={factFields[key].label}
                needs={template.facts[key] ?? notAsked}
                text={needText}
              />
            ))}
          </div>
        </Disclosure>
      </Part>
      <TextArea name="note" label={t('note')} hint={t('noteHint')} required maxLength={2000} rows={2} />
    </>
  )
}

const notAsked = { sev1: 'hidden', sev2: 'hidden', sev3: 'hidden', sev4: 'hidden', near_miss: 'hidden' } as const

function AboutFields({ template, reasons }: Pick<Props, 'template' | 'reasons'>) {
  const t = useTranslations('templates.edit')
  return (
    <>
      <TextField name="name" label={t('name')} defaultValue={template.name} required maxLength={60} />
      <TextArea
        name="description"
        label={t('description')}
        hint={t('descriptionHint')}
        defaultValue={template.description}
        maxLength={300}
        rows={2}
      />
      <RadioGroup
        name="review"
        label={t('review')}
        required
        defaultValue={template.review}
        choices={[
          { value: 'review', label: t('reviewNeeded') },
          { value: 'optional', label: t('reviewOptional') },
        ]}
      />
      <Select
        name="restricted"
        label={t('restricted')}
        hint={t('restrictedHint')}
        placeholder={t('open')}
        defaultValue={template.restricted ?? ''}
        options={optionsOf(reasons)}
      />
      <TextField
        name="minutes"
        label={t('minutes')}
        defaultValue={template.minutes === null ? '' : String(template.minutes)}
        inputMode="numeric"
      />
    </>
  )
}

function Part({ heading, hint, children }: { heading: string; hint?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 border-t border-line pt-5 first-of-type:border-t-0 first-of-type:pt-0">
      <div>
        <h2 className="text-lg font-semibold">{heading}</h2>
        {hint && <p className="max-w-prose text-muted">{hint}</p>}
      </div>
      {children}
    </section>
  )
}

function useNeedText(): NeedText {
  const t = useTranslations('templates')
  return {
    needs: t('edit.needs'),
    need: {
      review: t('need.review'),
      publish: t('need.publish'),
      optional: t('need.optional'),
      hidden: t('need.hidden'),
    },
  }
}

function useSectionText() {
  const t = useTranslations('templates.edit')
  return {
    section: t('section'),
    newSection: t('newSection'),
    addSection: t('addSection'),
    sectionHeading: t('sectionHeading'),
    place: t('place'),
    remove: t('remove'),
    prompt: t('prompt'),
    promptHint: t('promptHint'),
    guidance: t('guidance'),
    guidanceHint: t('guidanceHint'),
    attached: t('attached'),
    prefill: t('prefill'),
    prefillNone: t('prefillNone'),
  }
}
