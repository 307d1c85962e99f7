import { expect, test } from 'vitest'
import { parse } from '#lib/command.ts'
import { assemble } from '#lib/templates/assemble.ts'
import { factKeys } from '#lib/templates/fact-fields.ts'
import { contentOf } from '#lib/templates/parse.ts'
import { SaveTemplateInput, severityNames, shippedKeys } from '#lib/templates/schema.ts'
import { shippedTemplate } from '#lib/templates/shipped.ts'
import { readForm } from './form-data.ts'

/** What the browser sends of the template form: every box of every row, and a blank row of each list. */
function formOf(key: string): FormData {
  const { sections, choose, facts, ...about } = contentOf(shippedTemplate(key))
  const form = new FormData()
  const put = (name: string, value: string | number | null) => form.append(name, String(value ?? ''))
  put('seen', 0)
  put('note', 'As it was')
  for (const name of ['name', 'description', 'review', 'restricted', 'minutes'] as const) put(name, about[name])
  for (const [index, { because, ...lists }] of choose.entries()) {
    put(`choose.${index}.because`, because)
    for (const [name, values] of Object.entries(lists))
      for (const value of values) put(`choose.${index}.${name}`, value)
  }
  put(`choose.${choose.length}.because`, '')
  for (const [index, section] of sections.entries()) {
    for (const name of ['key', 'heading', 'prompt', 'guidance', 'prefill'] as const)
      put(`sections.${index}.${name}`, section[name])
    put(`sections.${index}.position`, index + 1)
    for (const fact of section.facts) put(`sections.${index}.facts`, fact)
    for (const severity of severityNames) put(`sections.${index}.needs.${severity}`, section.needs[severity])
  }
  for (const name of [
    'heading',
    'prompt',
    'guidance',
    'prefill',
    'position',
    ...severityNames.map((s) => `needs.${s}`),
  ])
    put(`sections.${sections.length}.${name}`, '')
  for (const fact of factKeys)
    for (const severity of severityNames) put(`facts.${fact}.${severity}`, facts[fact]?.[severity] ?? 'hidden')
  return form
}

test.each([...shippedKeys])('the form of %s, sent as it is, says what the template says', (key) => {
  const { raw, problems } = readForm(SaveTemplateInput, formOf(key))
  expect(problems).toEqual([])
  const { key: _, seen: __, note: ___, ...given } = parse(SaveTemplateInput, { ...raw, key })
  expect(assemble(given, shippedTemplate(key).kind)).toEqual(contentOf(shippedTemplate(key)))
})
