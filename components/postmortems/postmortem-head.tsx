import type { PostmortemRecord } from '#lib/postmortems/schema.ts'
import type { Standing } from '#lib/postmortems/standing.ts'
import { PostmortemHeader } from './postmortem-header.tsx'
import { PublicationNote } from './publication-note.tsx'

type Props = { record: PostmortemRecord; standing: Standing; zone: string; now: Date }

/** What it is, what this reader can do with it, and what they must know before the first sentence. */
export function PostmortemHead({ record, standing, zone, now }: Props) {
  return (
    <>
      <PostmortemHeader postmortem={record} standing={standing} zone={zone} now={now} />
      <PublicationNote postmortem={record} zone={zone} />
    </>
  )
}
