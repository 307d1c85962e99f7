'use client'

import { Checkbox, CheckboxGroup } from '#components/ui/checkbox.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { optionsOf } from '#lib/options.ts'
import { factFields, preparations } from '#lib/templates/fact-fields.ts'
import type { TemplateSection } from '#lib/templates/schema.ts'
import { NeedFields, type NeedText } from './need-fields.tsx'

export type SectionText = NeedText &
  Record<
    | 'section'
    | 'newSection'
    | 'addSection'
    | 'sectionHeading'
    | 'place'
    | 'remove'
    | 'prompt'
    | 'promptHint'
    | 'guidance'
    | 'guidanceHint'
    | 'attached'
    | 'prefill'
    | 'prefillNone',
    string
  >

const facts = Object.entries(factFields).map(([value, { label }]) => ({ value, label }))
const prepared = optionsOf(preparations)

/** One section of a template. Its key stays through every rename: the texts of documents hang on it. */
export function SectionFields({
  index,
  section,
  text,
}: {
  index: number
  section: TemplateSection | undefined
  text: SectionText
}) {
  const name = (field: string) => `sections.${index}.${field}`
  const fields = (
    <div className="flex flex-col gap-4">
      {section && <input type="hidden" name={name('key')} value={section.key} />}
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_6rem]">
        <TextField name={name('heading')} label={text.sectionHeading} defaultValue={section?.heading} maxLength={100} />
        <TextField
          name={name('position')}
          label={text.place}
          defaultValue={section ? String(index + 1) : undefined}
          inputMode="numeric"
        />
      </div>
      <TextArea
        name={name('prompt')}
        label={text.prompt}
        hint={text.promptHint}
        defaultValue={section?.prompt}
        maxLength={600}
        rows={2}
      />
      <TextArea
        name={name('guidance')}
        label={text.guidance}
        hint={text.guidanceHint}
        defaultValue={section?.guidance}
        maxLength={2000}
        rows={2}
      />
      <NeedFields name={name('needs')} needs={section?.needs} text={text} />
      <Select
        name={name('prefill')}
        label={text.prefill}
        placeholder={text.prefillNone}
        defaultValue={section?.prefill ?? ''}
        options={prepared}
      />
      <CheckboxGroup
        name={name('facts')}
        label={text.attached}
        choices={facts.map((fact) => ({ ...fact, defaultChecked: section?.facts.some((key) => key === fact.value) }))}
      />
      {section && <Checkbox name={name('remove')} label={text.remove} />}
    </div>
  )
  return (
    <fieldset className="rounded-lg border border-line p-3">
      <legend className="sr-only">{section ? `${text.section} ${index + 1}` : text.newSection}</legend>
      <Disclosure summary={section ? `${index + 1}. ${section.heading}` : text.newSection}>{fields}</Disclosure>
    </fieldset>
  )
}
