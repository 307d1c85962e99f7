import type { IncidentOut } from '#lib/incidents/schema.ts'
import { evidenceKinds, labelOf } from '#lib/incidents/vocabulary.ts'
import { Line, Lines, OuterLink } from './lines.tsx'

/** Where a reader can check what is said here. */
export function EvidenceLinks({ evidence }: Pick<IncidentOut, 'evidence'>) {
  return (
    <Lines>
      {evidence.map(({ id, kind, title, url }) => (
        <Line key={id} name={<OuterLink href={url}>{title}</OuterLink>} aside={labelOf(evidenceKinds, kind)} />
      ))}
    </Lines>
  )
}
