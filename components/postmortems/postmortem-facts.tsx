import { useTranslations } from 'next-intl'
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { Time } from '#components/ui/time.tsx'
import type { PostmortemRecord } from '#lib/postmortems/schema.ts'

type Props = { postmortem: PostmortemRecord; template: string; zone: string; now: Date }

/** What is known about the document itself; the incident's own facts stand below it. */
export function PostmortemFacts({ postmortem, template, zone, now }: Props) {
  const t = useTranslations('postmortems')
  const { incident, publishedAt, createdAt, visibility, restrictedReason } = postmortem
  const facts: (Fact | false)[] = [
    incident !== null && {
      label: t('read.incident'),
      value: (
        <Link href={`/incidents/${incident.number}`} className="text-accent hover:underline">
          INC-{incident.number}
        </Link>
      ),
    },
    { label: t('read.drafted'), value: <Time value={new Date(createdAt)} zone={zone} now={now} /> },
    publishedAt !== null && {
      label: t('read.published'),
      value: <Time value={new Date(publishedAt)} zone={zone} now={now} />,
    },
    { label: t('read.template'), value: template },
    {
      label: t('visibility.label'),
      value: restrictedReason
        ? t('read.restricted', { reason: t(`visibility.${restrictedReason}`).toLowerCase() })
        : t(`visibility.choices.${visibility}`),
    },
  ]
  return (
    <Panel>
      <DescriptionList facts={facts.filter((fact) => fact !== false)} />
    </Panel>
  )
}
