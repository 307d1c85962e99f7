import { useTranslations } from 'next-intl'
import { DescriptionList } from '#components/ui/description-list.tsx'
import type { IncidentOut } from '#lib/incidents/schema.ts'
import { detectionMethods, labelOf, triggerKinds } from '#lib/incidents/vocabulary.ts'
import { OuterLink } from './lines.tsx'

/** How it was noticed, by whom first, and what set it off. What nobody has said yet says so. */
export function Noticed({ detection, trigger }: Pick<IncidentOut, 'detection' | 'trigger'>) {
  const t = useTranslations('incidents')
  const unknown = <span className="text-faint">{t('unknown')}</span>
  const facts = [
    {
      label: t('facts.detected'),
      value: detection.method
        ? [labelOf(detectionMethods, detection.method), detection.source].filter(Boolean).join(': ')
        : detection.source || unknown,
    },
    { label: t('facts.customerFirst'), value: detection.customer ? t(`facts.${detection.customer}`) : unknown },
    {
      label: t('facts.trigger'),
      value: trigger.kind ? (
        <>
          {labelOf(triggerKinds, trigger.kind)}
          {trigger.reference && <Reference text={trigger.reference} />}
        </>
      ) : trigger.reference ? (
        <Reference text={trigger.reference} />
      ) : (
        unknown
      ),
    },
  ]
  return <DescriptionList facts={facts} />
}

function Reference({ text }: { text: string }) {
  return (
    <span className="block break-words text-muted">
      {/^https?:\/\/\S+$/.test(text) ? <OuterLink href={text}>{text}</OuterLink> : text}
    </span>
  )
}
