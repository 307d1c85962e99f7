import { Link } from './link.tsx'
import type { Column } from './table.tsx'

type Named = { slug: string; name: string; description: string }

/** How a list of things that have an address begins: the name leads there, and what it is stands beside it where there is room. */
export const namedColumns = (base: string, header: { name: string; description: string }): Column<Named>[] => [
  {
    id: 'name',
    header: header.name,
    primary: true,
    cell: ({ slug, name }) => (
      <Link href={`${base}/${slug}`} className="font-medium hover:underline">
        {name}
      </Link>
    ),
  },
  {
    id: 'description',
    header: header.description,
    wideOnly: true,
    cell: ({ description }) => description || '—',
  },
]
