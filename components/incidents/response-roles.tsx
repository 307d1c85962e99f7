import { useTranslations } from 'next-intl'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { labelOf, responseRoles } from '#lib/incidents/vocabulary.ts'
import { Line, Lines } from './lines.tsx'
import { Moment } from './moment.tsx'

type Props = Pick<IncidentOut, 'roles' | 'zone'> & {
  /** By role; empty for those who may not edit. */
  names?: Record<string, string>
}

/** Which roles were held and when. Names are shown to those who may edit and to nobody else. */
export function ResponseRoles({ roles, zone, names = {} }: Props) {
  const t = useTranslations('incidents.facts')
  const named = roles.some(({ id }) => names[id])
  return (
    <>
      <Lines>
        {roles.map(({ id, role, area, from, until }) => (
          <Line key={id} name={[labelOf(responseRoles, role), area].filter(Boolean).join(': ')} aside={names[id]}>
            {(from || until) && (
              <span className="text-sm text-muted">
                {from && <Moment at={from} zone={zone} />}
                {until && (
                  <>
                    {` ${t('until')} `}
                    <Moment at={until} zone={zone} />
                  </>
                )}
              </span>
            )}
          </Line>
        ))}
      </Lines>
      {named && <p className="mt-4 text-sm text-faint print:hidden">{t('namesApart')}</p>}
    </>
  )
}
