import type { ReactNode } from 'react'
import { Markdown } from '#components/markdown.tsx'
import type { Rendered } from '#lib/markdown/rendered.ts'

export type DocumentSection = { key: string; heading: string; rendered: Rendered }

/** The text as a well-set document: each section has its own address, and `after` lets facts stand where they belong. */
export function Document({ sections, after = {} }: { sections: DocumentSection[]; after?: Record<string, ReactNode> }) {
  return (
    <div className="flex flex-col gap-9 print:block print:space-y-8">
      {sections.map(({ key, heading, rendered }) => (
        <div key={key} className="contents">
          <DocumentPart id={key} heading={heading}>
            <Markdown tree={rendered.tree} degraded={rendered.degraded} />
          </DocumentPart>
          {after[key]}
        </div>
      ))}
    </div>
  )
}

/** The timeline belongs after the impact; a template without that section has it after its first one. */
export function timelineAnchor(sections: readonly { key: string }[]): string | undefined {
  return (sections.find(({ key }) => key === 'impact') ?? sections[0])?.key
}

export function DocumentPart({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="scroll-mt-20">
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
