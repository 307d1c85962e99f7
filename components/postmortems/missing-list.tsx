import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import type { Missing } from '#lib/postmortems/completeness.ts'

/** More than these are read one by one after the first are mended. */
const SHOWN = 12

/** What stands between the text and its next step: each with why it matters and the place to mend it. Never a percentage. */
export function MissingList({ missing, empty }: { missing: readonly Missing[]; empty?: string }) {
  const t = useTranslations('completeness')
  if (missing.length === 0) return <p className="text-muted">{empty ?? t('none')}</p>
  return (
    <>
      <ul className="flex flex-col gap-3">
        {missing.slice(0, SHOWN).map((one) => (
          <MissingLine key={one.id} missing={one} />
        ))}
      </ul>
      {missing.length > SHOWN && <p className="pt-3 text-muted">{t('more', { count: missing.length - SHOWN })}</p>}
    </>
  )
}

function MissingLine({ missing: { what, why, href } }: { missing: Missing }) {
  const t = useTranslations('completeness')
  return (
    <li className="flex flex-col gap-0.5">
      <span className="break-words">{what}</span>
      <span className="text-sm text-muted">{why}</span>
      <Link href={href} className="self-start text-sm text-accent underline underline-offset-2">
        {t('mend')}
        <span className="sr-only">: {what}</span>
      </Link>
    </li>
  )
}
