import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { factorRoles, labelOf } from '#lib/incidents/vocabulary.ts'
import { findMechanism } from '#lib/mechanisms/catalogue.ts'
import { Line, Lines, OuterLink } from './lines.tsx'

/** The conditions that met, each as a mechanism that can be found again elsewhere. */
export function Factors({ factors }: Pick<IncidentOut, 'factors'>) {
  const t = useTranslations('incidents.facts')
  return (
    <Lines>
      {factors.map(({ id, mechanism, role, text, evidence }) => (
        <Line
          key={id || mechanism}
          name={
            <Link
              href={`/incidents?mechanism=${mechanism}`}
              title={findMechanism(mechanism)?.definition}
              className="hover:underline"
            >
              {findMechanism(mechanism)?.name ?? mechanism}
            </Link>
          }
          aside={labelOf(factorRoles, role)}
        >
          {text}
          {evidence && (
            <>
              {' '}
              <OuterLink href={evidence}>{t('evidence')}</OuterLink>
            </>
          )}
        </Line>
      ))}
    </Lines>
  )
}
