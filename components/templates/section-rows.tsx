'use client'

import { Repeated } from '#components/incidents/repeated.tsx'
import type { TemplateSection } from '#lib/templates/schema.ts'
import { SectionFields, type SectionText } from './section-fields.tsx'

/** The sections there are, and a blank one for the next. */
export function SectionRows({ sections, text }: { sections: TemplateSection[]; text: SectionText }) {
  return (
    <Repeated
      name="sections"
      filled={sections.length}
      most={40}
      spare={1}
      add={text.addSection}
      row={(index) => <SectionFields key={index} index={index} section={sections[index]} text={text} />}
    />
  )
}
