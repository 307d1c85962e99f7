import { useTranslations } from 'next-intl'
import { type FactKey, factFields, factKeys } from '#lib/templates/fact-fields.ts'
import { needIn, type Severity } from '#lib/templates/model.ts'
import type { Template } from '#lib/templates/schema.ts'

/** The facts asked for at one severity, the earlier ones first. */
export function FactList({ facts, severity }: { facts: Template['facts']; severity: Severity }) {
  const t = useTranslations('templates')
  const needOf = (key: FactKey) => {
    const needs = facts[key]
    return needs ? needIn(needs, severity) : 'hidden'
  }
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {(['review', 'publish', 'optional'] as const).flatMap((need) =>
        factKeys
          .filter((key) => needOf(key) === need)
          .map((key) => (
            <li key={key}>
              {factFields[key].label} <span className="text-muted">({t(`need.${need}`)})</span>
            </li>
          )),
      )}
    </ul>
  )
}
