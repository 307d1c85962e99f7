import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PatchView } from '#components/guides/patch-view.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { ownerTeam } from '#lib/guides/owners.ts'
import { getProposal } from '#lib/guides/talk.ts'
import { can } from '#lib/policy/can.ts'
import { NOTE_MAX } from '#lib/text.ts'
import { formatDay } from '#lib/time.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { close } from '../../../actions.ts'
import { guideIn } from '../../../guide-in.ts'

type Props = { params: Promise<{ slug: string; number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, number, { title }] = await Promise.all([
    getTranslations('guides.proposal'),
    numberIn(params),
    guideIn(params),
  ])
  return { title: `${t('name', { number })}: ${title}` }
}

export default async function ProposalPage({ params }: Props) {
  const [t, context, guide, number] = await Promise.all([
    getTranslations('guides'),
    currentContext(),
    guideIn(params),
    numberIn(params),
  ])
  const { proposal, team } = await show(context, async (work) => ({
    proposal: await getProposal(work, guide.slug, number),
    team: await ownerTeam(work, guide.owner),
  }))
  const day = (at: string) => formatDay(new Date(at), context.actor.zone)
  const may = can(context.actor, 'answer', 'guide', { ...(team && { teamId: team.id }) })
  return (
    <>
      <PageHeader
        title={proposal.summary}
        crumbs={[
          { href: '/guides', label: t('title') },
          { href: `/guides/${guide.slug}`, label: guide.title },
        ]}
        eyebrow={
          <>
            <span>{t('proposal.name', { number })}</span>
            <Badge tone={tones[proposal.state]}>{t(`proposal.state.${proposal.state}`)}</Badge>
          </>
        }
        description={t('proposal.by', { name: proposal.by, date: day(proposal.at) })}
        actions={
          <LinkButton href={`/api/v1/guides/${guide.slug}/proposals/${number}/patch`} download>
            {t('proposal.download')}
          </LinkButton>
        }
      />
      <div className="flex max-w-4xl flex-col gap-5">
        {proposal.closedAt && (
          <Callout
            tone="neutral"
            title={t('proposal.closed', { name: proposal.closedBy ?? '', date: day(proposal.closedAt) })}
          >
            {proposal.reason}
          </Callout>
        )}
        <Panel title={t('proposal.patch')} flush>
          <PatchView patch={proposal.patch} />
        </Panel>
        <p className="text-muted">
          {t('proposal.apply')}{' '}
          <code className="font-mono text-sm">
            git apply {guide.slug}-{number}.patch
          </code>
        </p>
        {proposal.state === 'open' && may.allowed && (
          <Panel title={t('proposal.close')}>
            <RecordForm
              action={close.bind(null, guide.slug, number)}
              may={may}
              submit={t('proposal.closeSubmit')}
              className="flex max-w-xl flex-col gap-4"
            >
              <RadioGroup
                name="outcome"
                label={t('proposal.outcome')}
                required
                choices={(['merged', 'declined'] as const).map((value) => ({ value, label: t(`proposal.${value}`) }))}
              />
              <TextArea
                name="reason"
                label={t('proposal.reason')}
                hint={t('proposal.reasonHint')}
                rows={2}
                maxLength={NOTE_MAX}
              />
            </RecordForm>
          </Panel>
        )}
      </div>
    </>
  )
}

const tones = { open: 'info', merged: 'ok', declined: 'neutral' } as const
