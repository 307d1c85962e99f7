import { CircleAlert, Flag as FlagIcon } from 'lucide'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { type Milestone, milestones } from '#lib/incidents/model.ts'
import type { TimelineEntryOut } from '#lib/incidents/timeline-out.ts'
import { formatClock, formatDuration, zoneName } from '#lib/time.ts'
import type { Flag } from '#lib/timeline/flags.ts'
import { EntryKindLabel } from './entry-kind.tsx'
import { clockOf } from './entry-words.ts'

type Props = {
  entry: TimelineEntryOut
  /** Its number in the list, which the picture shows. */
  number: number
  /** The first clock leads; the others stand below it where they show another time. */
  clocks: readonly string[]
  flags: readonly Flag[]
  children?: ReactNode
}

/** `id` makes each line a place to link to: /incidents/42#t-… */
export function TimelineLine({ entry, number, clocks, flags, children }: Props) {
  const t = useTranslations('timeline.line')
  const at = new Date(entry.at)
  const [zone = 'UTC', ...others] = clocks
  const main = formatClock(at, zone)
  return (
    <>
      {flags
        .filter(({ before }) => before)
        .map((flag) => (
          <FlagLine key={flag.message} flag={flag} />
        ))}
      <li
        id={`t-${entry.id}`}
        className="group grid scroll-mt-20 grid-cols-[6.5rem_minmax(0,1fr)] gap-x-4 border-t border-line py-2.5 first:border-t-0 target:bg-mark sm:grid-cols-[6.5rem_9rem_minmax(0,1fr)] print:break-inside-avoid"
      >
        <div className="row-span-2 sm:row-span-1">
          <span className="mr-1.5 inline-block min-w-5 text-xs text-faint tabular-nums">{number}</span>
          <time dateTime={entry.at} className="font-medium tabular-nums">
            {clockOf(entry, zone)}
          </time>
          {others.map((other) =>
            formatClock(at, other) === main ? null : (
              <span key={other} className="block pl-6.5 text-sm text-faint tabular-nums">
                {clockOf(entry, other)} {zoneName(at, other)}
              </span>
            ),
          )}
        </div>
        <div className="text-muted">
          <EntryKindLabel kind={entry.kind} />
        </div>
        <div className="col-start-2 min-w-0 sm:col-start-3">
          <p>
            {entry.role && <span className="font-medium">{entry.role}: </span>}
            {entry.text}
            <a
              href={`#t-${entry.id}`}
              data-copy-link
              aria-label={t('copy')}
              title={t('copy')}
              className="ml-1.5 text-faint opacity-0 hover:text-ink focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 print:hidden"
            >
              #
            </a>
          </p>
          <Standing entry={entry} zone={zone} />
          {flags
            .filter(({ before }) => !before)
            .map(({ message }) => (
              <p key={message} className="mt-0.5 flex gap-1.5 text-sm text-warn">
                <Icon icon={CircleAlert} className="mt-0.5 size-4" />
                {message}
              </p>
            ))}
          {children}
        </div>
      </li>
    </>
  )
}

/** What stands behind the entry: where it is from, when it was known, what it was before, and what was said. */
function Standing({ entry, zone }: { entry: TimelineEntryOut; zone: string }) {
  const t = useTranslations('timeline.line')
  const { source, link, knownAt, correction, milestone, evidence } = entry
  const late = knownAt ? new Date(knownAt).getTime() - new Date(entry.at).getTime() : 0
  return (
    <>
      {milestone && Object.hasOwn(milestones, milestone) && (
        <Badge tone="accent" icon={FlagIcon}>
          {milestones[milestone as Milestone].label}
        </Badge>
      )}
      {knownAt && (
        <p className="text-sm text-muted">
          {late >= 0
            ? t('known', { time: formatClock(new Date(knownAt), zone), later: formatDuration(late) })
            : t('knownFirst', { time: formatClock(new Date(knownAt), zone) })}
        </p>
      )}
      {correction && (
        <p className="text-sm text-muted">
          {t('was', { time: formatClock(new Date(correction.from), zone), why: correction.why })}
        </p>
      )}
      {(source || link) && (
        <p className="text-sm text-faint">
          {source}
          {source && link && ', '}
          {link && (
            <a href={link} rel="noreferrer nofollow" className="underline underline-offset-2 hover:text-ink">
              {t('link')}
            </a>
          )}
        </p>
      )}
      {evidence && (
        <details className="text-sm text-muted">
          <summary className="inline-flex min-h-6 items-center underline decoration-dotted underline-offset-2 hover:text-ink pointer-coarse:min-h-11">
            {t('evidence')}
          </summary>
          <blockquote className="mt-1 whitespace-pre-wrap border-l-2 border-line pl-3 wrap-anywhere">
            {evidence.at && (
              <span className="text-faint tabular-nums">{formatClock(new Date(evidence.at), zone)} </span>
            )}
            {evidence.role && <span className="font-medium">{evidence.role}: </span>}
            {evidence.text}
          </blockquote>
        </details>
      )}
    </>
  )
}

function FlagLine({ flag }: { flag: Flag }) {
  return (
    <li className="flex gap-1.5 border-t border-line py-2 text-sm text-warn sm:pl-[7.5rem] print:break-inside-avoid">
      <Icon icon={CircleAlert} className="mt-0.5 size-4" />
      {flag.message}
    </li>
  )
}
