import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { factFields, preparations } from '#lib/templates/fact-fields.ts'
import { type AskedSection, type Severity, sectionsFor } from '#lib/templates/model.ts'
import type { Template } from '#lib/templates/schema.ts'

/** The sections as a writer meets them at one severity: heading, question, box. */
export function TemplatePreview({ template, severity }: { template: Template; severity: Severity }) {
  return (
    <ol className="flex flex-col gap-6">
      {sectionsFor(template, severity).map((section) => (
        <PreviewSection key={section.key} section={section} />
      ))}
    </ol>
  )
}

function PreviewSection({ section }: { section: AskedSection }) {
  const t = useTranslations('templates')
  const { heading, prompt, guidance, need, facts, prefill } = section
  return (
    <li className="flex flex-col gap-1.5">
      <h3 className="flex flex-wrap items-center gap-2 text-lg font-semibold">
        {heading}
        <Badge tone={need === 'review' ? 'accent' : 'neutral'}>{t(`need.${need}`)}</Badge>
      </h3>
      <p className="max-w-prose text-sm text-muted">{prompt}</p>
      {guidance && (
        <Disclosure summary={t('view.guidance')}>
          <p className="max-w-prose whitespace-pre-line text-sm">{guidance}</p>
        </Disclosure>
      )}
      {facts.length > 0 && (
        <p className="text-sm text-muted">
          {t('view.attached', { facts: facts.map((fact) => factFields[fact].label).join(', ') })}
        </p>
      )}
      <div className="min-h-12 rounded-md border border-dashed border-edge px-3 py-2 text-sm text-faint">
        {prefill && t('view.prefilled', { what: preparations[prefill] })}
      </div>
    </li>
  )
}
