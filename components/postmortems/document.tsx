import type { ReactNode } from 'react'
import { drawing } from '#components/embeds/drawn.tsx'
import { Markdown } from '#components/markdown.tsx'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { type EmbedKind, placedIn } from '#lib/markdown/embeds.ts'
import type { Rendered } from '#lib/markdown/rendered.ts'
import type { Embedded } from '#lib/postmortems/embedded.ts'

export type DocumentSection = { key: string; heading: string; rendered: Rendered }

/** The text as a well-set document: each section has its own address, and `after` lets facts stand where they belong. */
export function Document({
  sections,
  embedded,
  facts = null,
  after = {},
}: {
  sections: DocumentSection[]
  embedded?: Embedded | undefined
  facts?: IncidentOut | null
  after?: Record<string, ReactNode>
}) {
  const embed = drawing(embedded, facts)
  return (
    <div className="flex flex-col gap-9 print:block">
      {sections.map(({ key, heading, rendered }) => (
        <div key={key} className="contents">
          <DocumentPart id={key} heading={heading}>
            <Anchors sections={sections} at={key} />
            <Markdown tree={rendered.tree} degraded={rendered.degraded} embed={embed} />
          </DocumentPart>
          {after[key]}
        </div>
      ))}
    </div>
  )
}

/** Which parts of the record a text shows in the place its writer chose. */
export const placed = (sections: readonly DocumentSection[], kind: EmbedKind) =>
  sections.find(({ rendered }) => placedIn(rendered.tree).includes(kind))?.key

/** Links to the timeline and the facts lead to where they are shown. */
function Anchors({ sections, at }: { sections: DocumentSection[]; at: string }) {
  const here = (['timeline', 'facts'] as const).filter((kind) => placed(sections, kind) === at)
  return here.map((kind) => <span key={kind} id={kind} className="block scroll-mt-20" />)
}

/** The timeline belongs after the impact; a template without that section has it after its first one. */
export function timelineAnchor(sections: readonly { key: string }[]): string | undefined {
  return (sections.find(({ key }) => key === 'impact') ?? sections[0])?.key
}

export function DocumentPart({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="scroll-mt-20 print:mt-8">
      <h2 id={`${id}-heading`} className="group mb-2.5 text-xl font-semibold">
        {heading}
        <a
          href={`#${id}`}
          aria-label={heading}
          className="ml-2 text-faint opacity-0 focus-visible:opacity-100 group-hover:opacity-100 print:hidden"
        >
          #
        </a>
      </h2>
      {children}
    </section>
  )
}
