import { useTranslations } from 'next-intl'

/** Why there are hints at all, for whoever wonders while reading the settings. */
export function WhyWording() {
  const t = useTranslations('hints.settings')
  const traps = [
    { name: t('trapCounterfactual'), text: t('trapCounterfactualText') },
    { name: t('trapNormative'), text: t('trapNormativeText') },
    { name: t('trapMechanistic'), text: t('trapMechanisticText') },
  ]
  return (
    <div className="flex max-w-prose flex-col gap-3">
      <p>{t('whyText')}</p>
      <dl className="flex flex-col gap-3">
        {traps.map(({ name, text }) => (
          <div key={name}>
            <dt className="font-semibold">{name}</dt>
            <dd className="text-muted">{text}</dd>
          </div>
        ))}
      </dl>
      <p>{t('aware')}</p>
      <p className="text-muted">{t('ignore')}</p>
      <code className="overflow-x-auto font-mono text-sm">{COMMENT}</code>
    </div>
  )
}

const COMMENT = '<!-- lint-ignore human-error: the title of their report -->'
