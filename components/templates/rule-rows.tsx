'use client'

import { Repeated } from '#components/incidents/repeated.tsx'
import { CheckboxGroup } from '#components/ui/checkbox.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { kinds, severities } from '#lib/incidents/model.ts'
import { type Option, optionsOf } from '#lib/options.ts'
import type { ChoosingRule } from '#lib/templates/schema.ts'

type Text = Record<'ruleLegend' | 'severities' | 'kinds' | 'teams' | 'because' | 'addRule', string>

/** When a template is chosen. A rule whose boxes and reason are all empty is left out. */
export function RuleRows({ rules, teams, text }: { rules: ChoosingRule[]; teams: Option[]; text: Text }) {
  return (
    <Repeated
      name="choose"
      filled={rules.length}
      most={6}
      spare={1}
      add={text.addRule}
      row={(index) => <RuleFields key={index} index={index} rule={rules[index]} teams={teams} text={text} />}
    />
  )
}

function RuleFields({
  index,
  rule,
  teams,
  text,
}: {
  index: number
  rule: ChoosingRule | undefined
  teams: Option[]
  text: Text
}) {
  const name = (field: string) => `choose.${index}.${field}`
  const boxes = (choices: Option[], chosen: readonly string[] = []) =>
    choices.map((choice) => ({ ...choice, defaultChecked: chosen.includes(choice.value) }))
  return (
    <fieldset className="flex flex-col gap-4 rounded-lg border border-line p-3">
      <legend className="sr-only">{`${text.ruleLegend} ${index + 1}`}</legend>
      <CheckboxGroup
        name={name('severities')}
        label={text.severities}
        choices={boxes(optionsOf(severities), rule?.severities)}
      />
      <CheckboxGroup name={name('kinds')} label={text.kinds} choices={boxes(optionsOf(kinds), rule?.kinds)} />
      <CheckboxGroup name={name('teams')} label={text.teams} choices={boxes(teams, rule?.teams)} />
      <TextField name={name('because')} label={text.because} defaultValue={rule?.because} maxLength={200} />
    </fieldset>
  )
}
