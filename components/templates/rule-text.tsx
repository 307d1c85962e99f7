import { useTranslations } from 'next-intl'
import { kinds, severities } from '#lib/incidents/model.ts'
import type { Template } from '#lib/templates/schema.ts'

/** When a template is chosen, and the sentence people read with it. */
export function RuleText({ choose, teams }: { choose: Template['choose']; teams: Record<string, string> }) {
  const t = useTranslations('templates')
  if (choose.length === 0) return <p className="text-sm text-muted">{t('byHand')}</p>
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {choose.map((rule) => (
        <li key={rule.because}>
          <span className="font-medium">
            {[
              rule.severities.map((severity) => severities[severity]).join(', '),
              rule.kinds.map((kind) => kinds[kind]).join(', '),
              rule.teams.map((slug) => teams[slug] ?? slug).join(', '),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>{' '}
          <span className="text-muted">{rule.because}</span>
        </li>
      ))}
    </ul>
  )
}
