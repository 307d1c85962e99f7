import { Pencil } from 'lucide'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { VisibilityBadge } from '#components/postmortems/visibility-badge.tsx'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import type { Decision } from '#lib/decision.ts'
import { kinds } from '#lib/incidents/model.ts'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { formatInstant, localDateTime } from '#lib/time.ts'
import { SeverityBadge } from './severity-badge.tsx'

/** What it was, when, and what this person may do with it; what they may not says why. */
export function IncidentHeader({
  incident,
  standing,
  written,
  watch,
}: {
  incident: IncidentOut
  standing: { edit: Decision; draft: Decision }
  written: boolean
  watch: ReactNode
}) {
  const t = useTranslations('incidents')
  const { number, title, severity, kind, visibility, occurredAt, zone, team } = incident
  const at = new Date(occurredAt)
  return (
    <PageHeader
      title={title}
      crumbs={[{ href: '/incidents', label: t('title') }]}
      eyebrow={
        <>
          <span className="tabular-nums">INC-{number}</span>
          <SeverityBadge severity={severity} />
          {kind !== severity && <span>{kinds[kind]}</span>}
          <VisibilityBadge visibility={visibility} />
        </>
      }
      description={
        <>
          <time dateTime={occurredAt}>{formatInstant(at, 'UTC')}</time>
          {localDateTime(at, zone) !== localDateTime(at, 'UTC') && <span>, {formatInstant(at, zone)}</span>} ·{' '}
          {team.name}
        </>
      }
      actions={
        <>
          {watch}
          <Edit number={number} decision={standing.edit} />
          {!written && standing.draft.allowed && (
            <LinkButton href={`/postmortems/new?incident=${number}`} tone="primary">
              {t('postmortems.write')}
            </LinkButton>
          )}
        </>
      }
    />
  )
}

/** A denied button stays where it is and says its reason, to pointers and to screen readers. */
function Edit({ number, decision }: { number: number; decision: Decision }) {
  const t = useTranslations('incidents')
  const label = (
    <>
      <Icon icon={Pencil} />
      {t('edit.button')}
    </>
  )
  if (decision.allowed) return <LinkButton href={`/incidents/${number}/edit`}>{label}</LinkButton>
  return (
    <Button aria-disabled title={decision.reason} aria-description={decision.reason}>
      {label}
    </Button>
  )
}
