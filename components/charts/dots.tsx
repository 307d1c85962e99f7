import { scaleLog } from 'd3-scale'

export type Dot = { href: string; title: string; row: string; value: number }

const WIDTH = 640
const ROW = 34
const LEFT = 76
const TOP = 8

/**
 * Each dot is one thing on a logarithmic axis, in the row of its kind, so that a few very long ones neither hide nor
 * flatten the many. The band is where the median lies in nine of ten such periods. Dots lead to what they stand for.
 */
export function Dots({
  dots,
  rows,
  ticks,
  tickLabel,
  median,
  band,
}: {
  dots: readonly Dot[]
  rows: readonly string[]
  ticks: readonly number[]
  tickLabel: (value: number) => string
  median: number | null
  band: { low: number; high: number } | null
}) {
  const values = dots.map(({ value }) => Math.max(value, LEAST))
  const x = scaleLog([Math.min(...values) / 1.3, Math.max(...values) * 1.3], [LEFT, WIDTH - 10])
  const shown = rows.filter((row) => dots.some((dot) => dot.row === row))
  const bottom = TOP + shown.length * ROW
  const inside = (value: number) => x(value) >= LEFT && x(value) <= WIDTH - 10
  return (
    <svg viewBox={`0 0 ${WIDTH} ${bottom + 24}`} className="h-auto w-full max-w-3xl" fontSize={11} role="presentation">
      {band && (
        <rect
          x={x(band.low)}
          y={TOP}
          width={Math.max(x(band.high) - x(band.low), 1)}
          height={bottom - TOP}
          className="fill-accent-soft"
        />
      )}
      {ticks.filter(inside).map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={TOP} y2={bottom} className="stroke-line" />
          <text x={x(tick)} y={bottom + 16} textAnchor="middle" className="fill-muted">
            {tickLabel(tick)}
          </text>
        </g>
      ))}
      {median !== null && (
        <line x1={x(median)} x2={x(median)} y1={TOP} y2={bottom} strokeWidth={2} className="stroke-accent" />
      )}
      {shown.map((row, index) => (
        <g key={row}>
          <text x={0} y={TOP + index * ROW + ROW / 2 + 4} className="fill-muted">
            {row}
          </text>
          {dots
            .filter((dot) => dot.row === row)
            .map((dot) => (
              <a key={dot.href} href={dot.href} aria-label={dot.title}>
                <circle
                  cx={x(Math.max(dot.value, LEAST))}
                  cy={TOP + index * ROW + ROW / 2}
                  r={5}
                  fillOpacity={0.65}
                  className="fill-accent stroke-raised hover:fill-ink"
                >
                  <title>{dot.title}</title>
                </circle>
              </a>
            ))}
        </g>
      ))}
    </svg>
  )
}

/** Zero has no place on this axis; what took no time at all stands at its edge. */
const LEAST = 0.1
