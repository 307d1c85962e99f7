import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'
import type { RelationOut } from '#lib/incidents/schema.ts'
import { relationKinds } from '#lib/incidents/vocabulary.ts'
import { formatDay } from '#lib/time.ts'
import { Line, Lines } from './lines.tsx'

/** Other incidents it has to do with, told from this side whichever side said it. */
export function RelatedIncidents({
  relations,
  zone,
  actions,
}: {
  relations: RelationOut[]
  zone: string
  actions?: (relation: RelationOut) => ReactNode
}) {
  return (
    <Lines>
      {relations.map((one) => {
        const { id, relation, side, note, incident } = one
        return (
          <Line
            key={id}
            name={
              <Link href={`/incidents/${incident.number}`} className="hover:underline">
                {incident.title}
              </Link>
            }
            aside={[
              saidFrom(side, relation),
              `INC-${incident.number}`,
              formatDay(new Date(incident.occurredAt), zone),
            ].join(' · ')}
          >
            {note}
            {actions && <div>{actions(one)}</div>}
          </Line>
        )
      })}
    </Lines>
  )
}

/** The kind of a link in words, from the side of whoever reads. */
export function saidFrom(side: RelationOut['side'], relation: string): string {
  const words = Object.hasOwn(relationKinds, relation) ? relationKinds[relation as keyof typeof relationKinds] : null
  return words ? (side === 'from' ? words.forward : words.backward) : relation.replaceAll('_', ' ')
}
