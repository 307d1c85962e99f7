import { Link } from '#components/ui/link.tsx'
import type { ChecklistListed } from '#lib/checklists/schema.ts'
import { CheckState } from './check-state.tsx'

type Listed = Pick<ChecklistListed, 'number' | 'state' | 'items' | 'open'> & {
  service: { name: string }
  guide?: { title: string }
}
type Given = {
  checklists: readonly Listed[]
  /** What tells one from another where it is shown; their service, unless said otherwise. */
  by?: 'guide'
  none: string
}

/** Checklists of one guide by their service, or of one service by their guide, with how far each is. */
export function ChecklistList({ checklists, by, none }: Given) {
  if (checklists.length === 0) return <p className="text-muted">{none}</p>
  return (
    <ul className="flex flex-col gap-2">
      {checklists.map((checklist) => (
        <li key={checklist.number} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <Link href={`/checklists/${checklist.number}`} className="font-medium hover:underline">
            {by === 'guide' ? checklist.guide?.title : checklist.service.name}
          </Link>
          <CheckState checklist={checklist} />
        </li>
      ))}
    </ul>
  )
}
