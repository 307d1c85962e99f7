import { factFields, preparations } from './fact-fields.ts'
import { needs, type Template, type TemplateSection } from './schema.ts'

type Text = { title: string; sections: { key: string; heading: string; body: string }[]; incident: null }

/** A template as words, so that two versions can be compared like two texts. */
export function asText({ name, description, review, restricted, minutes, choose, facts, sections }: Template): Text {
  const rules = choose.map(({ severities, kinds, teams, because }) =>
    [[...severities, ...kinds, ...teams.map((team) => `team ${team}`)].join(', '), because].join(': '),
  )
  const asked = Object.entries(facts).map(
    ([key, given]) => `${factFields[key as keyof typeof factFields].label}: ${needsText(given)}`,
  )
  const about = [
    description,
    `Review: ${review}`,
    restricted && `Restricted: ${restricted}`,
    minutes && `${minutes} min`,
  ]
  return {
    title: name,
    incident: null,
    sections: [
      { key: ' about', heading: 'About it', body: about.filter(Boolean).join('\n') },
      { key: ' rules', heading: 'When it is chosen', body: rules.join('\n') },
      { key: ' facts', heading: 'Facts', body: asked.join('\n') },
      { key: ' order', heading: 'Order of the sections', body: sections.map(({ heading }) => heading).join('\n') },
      ...sections.map((section) => ({ key: section.key, heading: section.heading, body: sectionText(section) })),
    ],
  }
}

const sectionText = ({ heading, prompt, guidance, needs: when, facts, prefill }: TemplateSection): string =>
  [
    heading,
    prompt,
    guidance,
    needsText(when),
    facts.map((fact) => factFields[fact].label).join(', '),
    prefill ? preparations[prefill] : '',
  ]
    .filter((part) => part !== '')
    .join('\n')

const needsText = (given: TemplateSection['needs']): string =>
  Object.entries(given)
    .map(([severity, need]) => `${severity} ${needs[need].toLowerCase()}`)
    .join(', ')
