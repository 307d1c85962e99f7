import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { pointsOf } from '#components/incidents/points.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import type { PhaseName } from '#lib/incidents/phases.ts'
import { formatInstant } from '#lib/time.ts'
import { entryKinds, isKind, laneOf, lanes } from '#lib/timeline/model.ts'
import type { Mark } from '#lib/timeline/packing.ts'
import { type Picture, type PictureEntry, type PictureWindow, pictureOf } from '#lib/timeline/picture.ts'

const shades: Record<PhaseName, string> = {
  before: 'fill-sunken',
  early: 'fill-info-soft',
  unnoticed: 'fill-danger-soft',
  affected: 'fill-danger-soft',
  responding: 'fill-warn-soft',
  settling: 'fill-ok-soft',
}

/** What users felt, what noticed it, what people did and what they said are told apart by lane, not by colour alone. */
const fills: Record<keyof typeof lanes, string> = {
  system: 'fill-danger',
  detection: 'fill-info',
  response: 'fill-accent',
  communication: 'fill-muted',
}

/**
 * The incident in lanes, with its phases and impact windows shaded. Plain data in, SVG out, no script. `listed` says that
 * the list of entries stands beside it; without one the picture brings its data along.
 */
export function TimelinePicture({
  incident,
  listed = true,
}: {
  incident: {
    timeline: readonly PictureEntry[]
    milestones: Record<string, string | null>
    windows: readonly PictureWindow[]
    zone: string
  }
  listed?: boolean
}) {
  const t = useTranslations('timeline.picture')
  const id = useId()
  const { timeline, windows, zone } = incident
  const picture = pictureOf({ timeline, windows, zone, points: pointsOf(incident) })
  if (!picture) return null
  const first = timeline[0]
  const last = timeline.at(-1)
  return (
    <figure className="flex flex-col gap-1.5">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="overflow-x-auto" aria-label={t('region')} tabIndex={0}>
        <svg
          viewBox={`0 0 ${picture.width} ${picture.height}`}
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
          className="h-auto w-full min-w-[47.5rem] max-w-[75rem] print:min-w-0"
        >
          <title id={`${id}-title`}>{t('title')}</title>
          <desc id={`${id}-desc`}>
            {first && last
              ? t('description', {
                  count: timeline.length,
                  from: formatInstant(new Date(first.at), zone),
                  to: formatInstant(new Date(last.at), zone),
                  lanes: inLanes(timeline),
                })
              : t('noEntries')}
          </desc>
          <Background picture={picture} impact={t('impact')} />
          <Windows picture={picture} />
          {picture.lanes.map(({ lane, marks }) =>
            marks.map((mark) => <EntryMark key={mark.numbers} mark={mark} fill={fills[lane]} />),
          )}
          <TimeAxis picture={picture} />
        </svg>
      </section>
      <figcaption className="text-sm text-faint">
        {t(listed ? 'numbers' : 'numbersShown')}
        {picture.axis.breaks.length > 0 && ` ${t('broken')}`}
      </figcaption>
      {!listed && (
        <Disclosure summary={t('data')}>
          <ol className="flex list-decimal flex-col gap-1 pl-6 text-sm">
            {timeline.map(({ at, kind, text }) => (
              <li key={`${at}${kind}${text}`}>
                {formatInstant(new Date(at), zone)}: {isKind(kind) ? entryKinds[kind] : kind}. {text}
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </figure>
  )
}

function inLanes(timeline: readonly PictureEntry[]): string {
  const counts = Object.entries(lanes).map(
    ([lane, { label }]) => [label, timeline.filter(({ kind }) => laneOf(kind) === lane).length] as const,
  )
  return counts.flatMap(([label, count]) => (count > 0 ? [`${label} ${count}`] : [])).join(', ')
}

/** Lanes, the shade of each phase, and where the milestones stand. */
function Background({
  picture: { plot, phases, lanes, milestones, windowLane, axis },
  impact,
}: {
  picture: Picture
  impact: string
}) {
  return (
    <>
      {phases.map(({ name, label, x, width, shown }) => (
        <g key={`${name}${x}`}>
          <rect
            x={x}
            y={plot.top}
            width={Math.max(1, width)}
            height={plot.bottom - plot.top}
            className={shades[name]}
          />
          {shown && (
            <text
              x={x + width / 2}
              y={plot.top + 13}
              textAnchor="middle"
              className="fill-muted text-[11px] font-medium"
            >
              {label}
            </text>
          )}
        </g>
      ))}
      {windowLane && <LaneName y={windowLane.y} height={windowLane.height} label={impact} plot={plot} />}
      {lanes.map(({ lane, label, y, height }) => (
        <LaneName key={lane} y={y} height={height} label={label} plot={plot} />
      ))}
      {axis.breaks.map(({ x, width }) => (
        <rect
          key={x}
          x={x}
          y={plot.top}
          width={width}
          height={plot.bottom - plot.top}
          className="fill-canvas opacity-60"
        />
      ))}
      {milestones.map(({ label, x, y, end }) => (
        <g key={label}>
          <line x1={x} x2={x} y1={y + 3} y2={plot.bottom} className="stroke-edge" strokeDasharray="3 3" />
          <text
            x={end ? x - 4 : x + 4}
            y={y + 11}
            textAnchor={end ? 'end' : 'start'}
            className="fill-muted text-[11px]"
          >
            {label}
          </text>
        </g>
      ))}
    </>
  )
}

function LaneName({ y, height, label, plot }: { y: number; height: number; label: string; plot: Picture['plot'] }) {
  return (
    <g>
      <line x1="0" x2={plot.right} y1={y} y2={y} className="stroke-line" />
      <text x="2" y={y + Math.min(height / 2 + 4, 20)} className="fill-ink text-xs font-semibold">
        {label}
      </text>
    </g>
  )
}

function Windows({ picture }: { picture: Picture }) {
  return picture.windows.map(({ x, width, y, label, labelX, inside, open }) => (
    <g key={`${x} ${y}`}>
      <rect
        x={x}
        y={y}
        width={width}
        height="14"
        rx="3"
        className="fill-danger stroke-danger"
        fillOpacity={open ? 0.55 : 1}
        strokeDasharray={open ? '3 2' : undefined}
      />
      <text x={labelX} y={y + 11} className={`text-[11px] ${inside ? 'fill-raised font-medium' : 'fill-ink'}`}>
        {label}
      </text>
    </g>
  ))
}

function EntryMark({ mark: { x, y, width, numbers, label, labelX, title }, fill }: { mark: Mark; fill: string }) {
  return (
    <g>
      <title>{title}</title>
      <rect x={x - width / 2} y={y - 8.5} width={width} height="17" rx="8.5" className={fill} />
      <text x={x} y={y + 4} textAnchor="middle" className="fill-raised text-[11px] font-semibold">
        {numbers}
      </text>
      {label && (
        <text x={labelX} y={y + 4} className="fill-ink text-[11.5px]">
          {label}
        </text>
      )}
    </g>
  )
}

function TimeAxis({ picture: { plot, axis } }: { picture: Picture }) {
  return (
    <g>
      <line x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} className="stroke-edge" />
      {axis.ticks.map(({ x, label, day }) => (
        <g key={x}>
          <line x1={x} x2={x} y1={plot.bottom} y2={plot.bottom + 4} className="stroke-edge" />
          <text x={x} y={plot.bottom + 16} textAnchor="middle" className="fill-muted text-[11.5px] tabular-nums">
            {label}
          </text>
          {day && (
            <text x={x} y={plot.bottom + 30} textAnchor="middle" className="fill-faint text-[11.5px]">
              {day}
            </text>
          )}
        </g>
      ))}
      {axis.breaks.map(({ x, width, label }) => (
        <g key={x}>
          <path
            d={`M${x + width / 2 - 6} ${plot.bottom + 5}l4 -10m4 10l4 -10`}
            className="fill-none stroke-ink"
            strokeWidth="1.5"
          />
          <text x={x + width / 2} y={plot.top + 13} textAnchor="middle" className="fill-muted text-[11px]">
            {label}
          </text>
        </g>
      ))}
    </g>
  )
}
