import { Ellipsis } from 'lucide'
import { useTranslations } from 'next-intl'
import { SeverityBadge } from '#components/incidents/severity-badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Menu, MenuLink } from '#components/ui/menu.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TimeAgo } from '#components/ui/time.tsx'
import type { PostmortemRecord } from '#lib/postmortems/schema.ts'
import type { Standing } from '#lib/postmortems/standing.ts'
import { StateBadge } from './state-badge.tsx'
import { VisibilityBadge } from './visibility-badge.tsx'

type Props = { postmortem: PostmortemRecord; standing: Standing; zone: string; now: Date }

export function PostmortemHeader({ postmortem, standing, zone, now }: Props) {
  const t = useTranslations('postmortems')
  const { number, title, state, visibility, incident, lead, team, publishedAt, createdAt } = postmortem
  return (
    <PageHeader
      document
      title={title}
      crumbs={[{ href: '/postmortems', label: t('heading') }]}
      eyebrow={
        <>
          PM-{number}
          {incident && <SeverityBadge severity={incident.severity} />}
          <StateBadge state={state} />
          <VisibilityBadge visibility={visibility} />
        </>
      }
      description={
        <span className="text-base">
          {lead.name} · {team.name} · {publishedAt ? t('read.published') : t('read.drafted')}{' '}
          <TimeAgo value={new Date(publishedAt ?? createdAt)} zone={zone} now={now} />
        </span>
      }
      actions={<Actions number={number} standing={standing} />}
    />
  )
}

/** The one thing this person most likely came to do stands out; the rest is one press away. */
function Actions({ number, standing }: { number: number; standing: Standing }) {
  const t = useTranslations('postmortems.read')
  const summary = useTranslations('customerSummary')
  const at = (page: string) => `/postmortems/${number}/${page}`
  return (
    <>
      {standing.decide.allowed && (
        <LinkButton href={at('review')} tone="primary">
          {t('review')}
        </LinkButton>
      )}
      {standing.publish.allowed && (
        <LinkButton href={at('publication')} tone="primary">
          {t('publish')}
        </LinkButton>
      )}
      {standing.amend.allowed && (
        <LinkButton href={at('publication')} tone="primary">
          {t('amend')}
        </LinkButton>
      )}
      {standing.edit.allowed && <LinkButton href={at('edit')}>{t('edit')}</LinkButton>}
      <Menu label={t('more')} trigger={<Icon icon={Ellipsis} />}>
        <MenuLink href={at('review')}>{t('openReview')}</MenuLink>
        <MenuLink href={at('history')}>{t('history')}</MenuLink>
        <MenuLink href={at('customer-summary')}>{summary('menu')}</MenuLink>
        {standing.edit.allowed && <MenuLink href={at('publication')}>{t('publish')}</MenuLink>}
        {standing.edit.allowed && <MenuLink href={at('access')}>{t('access')}</MenuLink>}
      </Menu>
    </>
  )
}
