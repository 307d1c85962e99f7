import { useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import type { Missing } from '#lib/postmortems/completeness.ts'

/** More than these are read one by one after the first are mended. */
const SHOWN = 12

/**
 * What stands between the text and its next step: each with why it matters, what to do and the place to do it. First what
 * the step waits for, then what is only told. Never a percentage.
 */
export function MissingList({ missing, empty }: { missing: readonly Missing[]; empty?: string }) {
  const t = useTranslations('completeness')
  if (missing.length === 0) return <p className="text-muted">{empty ?? t('none')}</p>
  const waited = missing.filter(({ blocks }) => blocks)
  const told = missing.filter(({ blocks }) => !blocks)
  return (
    <div className="flex flex-col gap-3">
      {waited.length > 0 && <Lines missing={waited} />}
      {told.length > 0 && (
        <>
          <p className="text-sm font-medium text-muted">{t('told')}</p>
          <Lines missing={told} />
        </>
      )}
    </div>
  )
}

function Lines({ missing }: { missing: readonly Missing[] }) {
  const t = useTranslations('completeness')
  return (
    <>
      <ul className="flex flex-col gap-3">
        {missing.slice(0, SHOWN).map((one) => (
          <MissingLine key={one.id} missing={one} />
        ))}
      </ul>
      {missing.length > SHOWN && <p className="text-muted">{t('more', { count: missing.length - SHOWN })}</p>}
    </>
  )
}

function MissingLine({ missing: { what, why, remedy, href } }: { missing: Missing }) {
  const t = useTranslations('completeness')
  return (
    <li className="flex flex-col gap-0.5">
      <span className="break-words">{what}</span>
      <span className="text-sm text-muted">{why}</span>
      <span className="text-sm break-words">
        <Link href={href} className="text-accent underline underline-offset-2">
          {t('mend')}
          <span className="sr-only">: {what}</span>
        </Link>{' '}
        <Remedy text={remedy} />
      </span>
    </li>
  )
}

/** The mark a writer can copy stands out from the sentence around it. */
function Remedy({ text }: { text: string }) {
  const [before, mark, after] = text.split(/(\[stays unknown: .*\])/)
  return (
    <span className="text-muted">
      {before}
      {mark && <code className="text-xs text-ink">{mark}</code>}
      {after}
    </span>
  )
}
