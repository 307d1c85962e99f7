import { useTranslations } from 'next-intl'
import { Person } from '#components/ui/avatar.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { Table } from '#components/ui/table.tsx'
import type { PersonOut } from '#lib/accounts/schema.ts'

export function PersonTable({ people }: { people: PersonOut[] }) {
  const t = useTranslations('people')
  return (
    <Table
      caption={t('title')}
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: t('name'),
          primary: true,
          cell: (person) => (
            <Link href={`/people/${person.id}`} className="hover:underline">
              <Person name={person.name} />
            </Link>
          ),
        },
        { id: 'title', header: t('jobTitle'), cell: ({ title }) => title || '—' },
        { id: 'teams', header: t('teams'), cell: ({ teams }) => teams.map(({ name }) => name).join(', ') || '—' },
        {
          id: 'role',
          header: t('roleLabel'),
          cell: ({ role, deactivatedAt }) => (deactivatedAt ? <Badge>{t('isDeactivated')}</Badge> : t(`role.${role}`)),
        },
        { id: 'zone', header: t('zone'), wideOnly: true, cell: ({ zone }) => zone.replaceAll('_', ' ') },
      ]}
    />
  )
}
