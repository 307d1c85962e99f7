import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { Time } from '#components/ui/time.tsx'
import type { TemplateOut } from '#lib/templates/schema.ts'

/** Every version there was, newest first, with the note of whoever saved it. */
export function VersionList({ template, zone, now }: { template: TemplateOut; zone: string; now: Date }) {
  const t = useTranslations('templates.view')
  const current = `${template.origin}-${template.version}`
  return (
    <ol className="flex flex-col divide-y divide-line">
      {template.versions.map(({ origin, version, note, createdAt, own }) => {
        const name = `${origin}-${version}`
        const comparable = name !== current && (own || origin === 'shipped')
        return (
          <li key={name} className="flex flex-col gap-0.5 py-2.5 text-sm first:pt-0 last:pb-0">
            <span className="flex flex-wrap justify-between gap-2">
              <span className="font-medium">
                {t('versionOf', { origin, version })}
                {name === current && <span className="font-normal text-muted"> · {t('inForce')}</span>}
              </span>
              {createdAt && <Time value={new Date(createdAt)} zone={zone} now={now} />}
            </span>
            {origin === 'organization' && !own && <span className="text-muted">{t('returned')}</span>}
            {note && <span className="break-words text-muted">{note}</span>}
            {comparable && (
              <Link
                href={`/settings/templates/${template.key}/compare?from=${name}&to=${current}`}
                className="self-start text-accent underline underline-offset-2"
              >
                {t('compare')}
                <span className="sr-only">: {t('versionOf', { origin, version })}</span>
              </Link>
            )}
          </li>
        )
      })}
    </ol>
  )
}
