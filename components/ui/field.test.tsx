import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import messages from '#content/messages/en.json' with { type: 'json' }
import type { FormState } from '#lib/form-state.ts'
import { Checkbox, CheckboxGroup } from './checkbox.tsx'
import { Form } from './form.tsx'
import { RadioGroup } from './radio-group.tsx'
import { Select } from './select.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'
import { UiTextProvider } from './ui-text.tsx'

function render(children: ReactNode, initial: FormState = {}): string {
  return renderToStaticMarkup(
    <UiTextProvider value={messages.ui.islands}>
      <Form action={() => ({})} initial={initial}>
        {children}
      </Form>
    </UiTextProvider>,
  )
}

const attribute = (html: string, tag: string, name: string) =>
  new RegExp(`<${tag}[^>]* ${name}="([^"]*)"`).exec(html)?.[1]

test('a label, its hint and its problem belong to the control', () => {
  const html = render(<TextField name="title" label="Title" hint="One line." required />, {
    fields: [{ field: 'title', message: 'Give it a title.' }],
  })
  const id = attribute(html, 'input', 'id')
  expect(attribute(html, 'label', 'for')).toBe(id)
  expect(attribute(html, 'input', 'aria-describedby')).toBe(`${id}-hint ${id}-error`)
  expect(html).toContain(`id="${id}-hint"`)
  expect(html).toMatch(new RegExp(`id="${id}-error"[^>]*>.*Give it a title\\.`))
  expect(attribute(html, 'input', 'aria-invalid')).toBe('true')
})

test('a control without hint and problem describes itself by nothing', () => {
  const html = render(<TextField name="title" label="Title" required />)
  expect(html).not.toContain('aria-describedby')
  expect(html).not.toContain('aria-invalid')
})

test('the summary says how many things are open and links to each field', () => {
  const html = render(<TextArea name="summary" label="Summary" />, {
    fields: [{ field: 'summary', message: 'Say what people noticed.' }],
  })
  expect(html).toContain('role="alert"')
  expect(html).toContain('A few things need another look')
  expect(html).toContain(`href="#${attribute(html, 'textarea', 'id')}"`)
})

test('what was typed is shown again, whatever the field looks like', () => {
  const values = { title: 'Cards refused', body: 'Line\ntwo', severity: '2', audience: 'team', tell: ['ada', 'noor'] }
  const html = render(
    <>
      <TextField name="title" label="Title" defaultValue="Old" />
      <TextArea name="body" label="Body" />
      <Select
        name="severity"
        label="Severity"
        options={[
          { value: '1', label: 'SEV-1' },
          { value: '2', label: 'SEV-2' },
        ]}
      />
      <RadioGroup
        name="audience"
        label="Audience"
        choices={[
          { value: 'all', label: 'All' },
          { value: 'team', label: 'Team' },
        ]}
      />
      <CheckboxGroup
        name="tell"
        label="Tell"
        choices={[
          { value: 'ada', label: 'Ada' },
          { value: 'noor', label: 'Noor' },
          { value: 'eve', label: 'Eve', defaultChecked: true },
        ]}
      />
    </>,
    { values },
  )
  expect(html).toContain('name="title" value="Cards refused"')
  expect(html).toContain('Line\ntwo</textarea>')
  expect(html).toContain('<option value="2" selected="">SEV-2</option>')
  const checked = [...html.matchAll(/<input[^>]*>/g)].map(String).filter((input) => input.includes('checked=""'))
  expect(checked.map((input) => /value="([^"]*)"/.exec(input)?.[1])).toEqual(['team', 'ada', 'noor'])
})

test('a password is never written back into the page', () => {
  const html = render(<TextField name="password" type="password" label="Password" required />, {
    values: { password: 'correct horse' },
  })
  expect(html).not.toContain('correct horse')
})

test('optional fields say so, required ones do not', () => {
  expect(render(<TextField name="a" label="A" />)).toContain('(optional)')
  expect(render(<TextField name="a" label="A" required />)).not.toContain('(optional)')
})

test('success is told politely, not as an alarm', () => {
  const html = render(null, { done: 'Saved.' })
  expect(html).toContain('role="status"')
  expect(html).not.toContain('role="alert"')
})

test('a problem with one checkbox is reachable from the summary', () => {
  const html = render(<Checkbox name="agree" label="I have read it" />, {
    fields: [{ field: 'agree', message: 'Read it first.' }],
  })
  const id = attribute(html, 'input', 'id')
  expect(html).toContain(`href="#${id}"`)
  expect(attribute(html, 'input', 'aria-describedby')).toBe(`${id}-error`)
})

test('a refused form shows a box that was unticked as unticked', () => {
  const box = <Checkbox name="tell" label="Tell everyone" defaultChecked />
  expect(render(box)).toContain('checked=""')
  expect(render(box, { message: 'Not yet.', values: { title: 'x' } })).not.toContain('checked=""')
})

test('each rendered form carries a nonce of its own', () => {
  const nonce = () => /name="_nonce" value="([0-9a-f]{24})"/.exec(render(null))?.[1]
  expect(nonce()).toBeDefined()
  expect(nonce()).not.toBe(nonce())
})
