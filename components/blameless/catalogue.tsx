import { useTranslations } from 'next-intl'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { packs } from '#lib/blameless/packs.ts'
import { categories, type Rule } from '#lib/blameless/rule.ts'

/** Every rule with why it is there and an example, by what it is about. Opens without scripts. */
export function Catalogue() {
  const t = useTranslations('hints')
  return packs.map(({ language, rules }) => (
    <section key={language} className="border-b border-line px-4 py-3 last:border-0">
      <h3 className="mb-2 font-semibold">{t(language === 'en' ? 'settings.english' : 'settings.chinese')}</h3>
      {categories
        .map((category) => ({ category, own: rules.filter((rule) => rule.category === category) }))
        .filter(({ own }) => own.length > 0)
        .map(({ category, own }) => (
          <Disclosure key={category} summary={t(`category.${category}`)}>
            <ul className="flex flex-col divide-y divide-line">
              {own.map((rule) => (
                <RuleEntry key={rule.id} rule={rule} language={language} />
              ))}
            </ul>
          </Disclosure>
        ))}
    </section>
  ))
}

function RuleEntry({ rule: { id, code, level, scopes, why, example }, language }: { rule: Rule; language: string }) {
  const t = useTranslations('hints.settings')
  const where = scopes === 'all' ? t('everywhere') : scopes.map((scope) => t(`scope.${scope}`)).join(', ')
  return (
    <li id={`rule-${id}`} className="flex max-w-prose flex-col gap-1 py-3">
      <p>
        <code className="font-mono text-sm font-semibold">{id}</code>{' '}
        <span className="text-sm text-muted">
          {code} · {t(`level.${level}`)} · {t('scopes', { scopes: where })}
        </span>
      </p>
      <p lang={language}>{why}</p>
      <p lang={language} className="text-sm">
        <span className="text-muted">{t('before')}</span> <q>{example.before}</q>{' '}
        <span className="text-muted">{t('after')}</span> <q>{example.after}</q>
      </p>
    </li>
  )
}
