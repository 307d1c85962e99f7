import { useTranslations } from 'next-intl'
import { Person } from '#components/ui/avatar.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Time } from '#components/ui/time.tsx'
import { outcomes, priorities } from '#lib/action-items/model.ts'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import { formatDate } from './due.tsx'

export function ItemFacts({ item, zone, now }: { item: ActionItemOut; zone: string; now: Date }) {
  const t = useTranslations('actionItems')
  const { doneWhen, owner, team, postmortem, priority, closure, originalDueOn, dueOn, externalId } = item
  const facts = [
    { label: t('fields.doneWhen'), value: doneWhen || <span className="text-muted">{t('item.noCriterion')}</span> },
    { label: t('fields.owner'), value: owner ? <Person name={owner.name} /> : t('noOwner') },
    {
      label: t('fields.team'),
      value: (
        <Link href={`/teams/${team.slug}`} className="hover:underline">
          {team.name}
        </Link>
      ),
    },
    { label: t('fields.due'), value: formatDate(dueOn) },
    ...(originalDueOn === dueOn ? [] : [{ label: t('fields.firstDue'), value: formatDate(originalDueOn) }]),
    { label: t('fields.priority'), value: `${priorities[priority].label}. ${priorities[priority].use}` },
    {
      label: t('fields.postmortem'),
      value: postmortem ? (
        <Link href={`/postmortems/${postmortem.number}`} className="hover:underline">
          PM-{postmortem.number} {postmortem.title}
        </Link>
      ) : (
        t('item.alone')
      ),
    },
    { label: t('fields.added'), value: <Time value={new Date(item.createdAt)} zone={zone} now={now} /> },
    ...(externalId ? [{ label: t('fields.externalId'), value: externalId }] : []),
    ...(closure
      ? [
          {
            label: outcomes[closure.outcome],
            value: <p className="whitespace-pre-line">{closure.note}</p>,
          },
        ]
      : []),
  ]
  return <DescriptionList facts={facts} />
}
