import { useTranslations } from 'next-intl'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { labelOf, mitigationMethods, mitigationResults, responseRoles } from '#lib/incidents/vocabulary.ts'
import { Line, Lines } from './lines.tsx'
import { Moment } from './moment.tsx'

/** What was tried, in the order it was written down, with what it did. */
export function Mitigations({ mitigations, zone }: Pick<IncidentOut, 'mitigations' | 'zone'>) {
  const t = useTranslations('incidents.facts')
  return (
    <Lines>
      {mitigations.map(({ id, method, byRole, result, at, text }) => (
        <Line
          key={id}
          name={labelOf(mitigationMethods, method)}
          aside={
            <>
              {labelOf(mitigationResults, result)}
              {byRole && ` · ${t('by', { role: labelOf(responseRoles, byRole) })}`}
              {at && (
                <>
                  {' · '}
                  <Moment at={at} zone={zone} />
                </>
              )}
            </>
          }
        >
          {text}
        </Line>
      ))}
    </Lines>
  )
}
