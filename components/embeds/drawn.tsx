import type { ReactNode } from 'react'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { embedKinds } from '#lib/markdown/embeds.ts'
import type { Embedded } from '#lib/postmortems/embedded.ts'
import { Embed } from './embed.tsx'

type Placed = { 'data-embed'?: string; 'data-of'?: string; children?: ReactNode }

/** In the place of an element that the renderer marked. Where nothing was looked up, its words stay. */
export const drawing =
  (embedded: Embedded | undefined, facts: IncidentOut | null) =>
  ({ 'data-embed': name = '', 'data-of': of = '', children }: Placed): ReactNode => {
    const kind = embedKinds.find((kind) => kind === name)
    if (!embedded || !kind) return <p>{children}</p>
    return <Embed {...{ kind, of, embedded, facts }} source={String(children)} />
  }
