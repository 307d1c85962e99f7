import { scaleLinear } from 'd3-scale'
import { curveLinear, curveStepAfter, line } from 'd3-shape'

type Series = { key: string; className: string; dashed?: boolean; values: readonly { x: number; y: number }[] }

const WIDTH = 640
const HEIGHT = 200
const LEFT = 44
const BOTTOM = 24

/**
 * A few lines over one axis, drawn on the server. It is a picture for the eye; its table says the same to everybody
 * else, so the drawing itself is hidden from screen readers.
 */
export function Curves({
  series,
  xTicks,
  yLabel = String,
  steps,
}: {
  series: readonly Series[]
  xTicks: readonly { x: number; label: string }[]
  yLabel?: (value: number) => string
  steps?: boolean
}) {
  const points = series.flatMap(({ values }) => values)
  const most = Math.max(1e-9, ...points.map(({ y }) => y))
  const x = scaleLinear(
    [Math.min(...points.map((point) => point.x)), Math.max(...points.map((point) => point.x))],
    [LEFT, WIDTH - 8],
  )
  const y = scaleLinear([0, most], [HEIGHT - BOTTOM, 10]).nice(4)
  const path = line<{ x: number; y: number }>(
    (point) => x(point.x),
    (point) => y(point.y),
  ).curve(steps ? curveStepAfter : curveLinear)
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full max-w-3xl" fontSize={11}>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line x1={LEFT} x2={WIDTH - 8} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" className="fill-muted">
            {yLabel(tick)}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <text key={tick.label} x={x(tick.x)} y={HEIGHT - 6} textAnchor="middle" className="fill-muted">
          {tick.label}
        </text>
      ))}
      {series.map(({ key, className, dashed, values }) => (
        <path
          key={key}
          d={path([...values]) ?? ''}
          fill="none"
          strokeWidth={2}
          strokeDasharray={dashed ? '5 4' : undefined}
          className={className}
        />
      ))}
    </svg>
  )
}
