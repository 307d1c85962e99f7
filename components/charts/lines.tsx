import { scaleLinear, scaleUtc } from 'd3-scale'
import { curveLinear, curveStepAfter, line } from 'd3-shape'
import { formatDate, formatDay } from '#lib/time.ts'

export type LinePoint = { on: string; value: number }
type Look = 'solid' | 'dashed' | 'stepped'
type Line = { name: string; look: Look; points: readonly LinePoint[] }

type Props = {
  title: string
  unit: string
  from: string
  until: string
  today: string
  columns: { day: string; today: string }
  lines: readonly Line[]
}

const WIDTH = 560
const HEIGHT = 170
const LEFT = 44
const BOTTOM = 24

/** Values over days, drawn on the server: no script reaches the reader. Screen readers get the same as a table. */
export function Lines({ title, unit, from, until, today, columns, lines }: Props) {
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value))
  const x = scaleUtc([at(from), at(until)], [LEFT, WIDTH - 10])
  const y = scaleLinear([Math.min(0, ...values), Math.max(1e-9, ...values)], [HEIGHT - BOTTOM, 10]).nice(4)
  const path = (stepped: boolean) =>
    line<LinePoint>(
      ({ on }) => x(at(on)),
      ({ value }) => y(value),
    ).curve(stepped ? curveStepAfter : curveLinear)
  return (
    <figure className="m-0">
      <Legend lines={lines} />
      <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full max-w-2xl" fontSize={11}>
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={WIDTH - 10} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end" className="fill-muted">
              {tick}
            </text>
          </g>
        ))}
        {x.ticks(5).map((tick) => (
          <text key={tick.getTime()} x={x(tick)} y={HEIGHT - 6} textAnchor={anchor(x(tick))} className="fill-muted">
            {formatDay(tick, 'UTC')}
          </text>
        ))}
        {today >= from && today <= until && (
          <line x1={x(at(today))} x2={x(at(today))} y1={10} y2={HEIGHT - BOTTOM} className="stroke-edge" />
        )}
        {lines.map(({ name, look, points }) => (
          <g key={name} className={strokes[look]}>
            <path
              d={path(look === 'stepped')([...points]) ?? ''}
              fill="none"
              strokeWidth={2}
              strokeDasharray={look === 'dashed' ? '5 4' : undefined}
            />
            {look === 'solid' &&
              points.map(({ on, value }) => (
                <circle key={on} cx={x(at(on))} cy={y(value)} r={3} className="fill-raised" />
              ))}
          </g>
        ))}
      </svg>
      <DataTable {...{ title, unit, today, columns, lines }} />
    </figure>
  )
}

/** The last day may stand at the very edge, and its words would be cut off in the middle of them. */
const anchor = (x: number) => (x > WIDTH - LEFT ? 'end' : 'middle')

const at = (day: string) => new Date(`${day}T00:00:00Z`)

const strokes: Record<Look, string> = {
  solid: 'stroke-accent',
  stepped: 'stroke-accent',
  dashed: 'stroke-muted',
}

function Legend({ lines }: Pick<Props, 'lines'>) {
  return (
    <ul className="mb-1 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {lines.map(({ name, look }) => (
        <li key={name} className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" width={22} height={8} className={strokes[look]}>
            <line x2={22} y1={4} y2={4} strokeWidth={2} strokeDasharray={look === 'dashed' ? '5 4' : undefined} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}

function DataTable({ title, unit, today, columns, lines }: Omit<Props, 'from' | 'until'>) {
  const days = [...new Set(lines.flatMap(({ points }) => points.map(({ on }) => on)))].sort()
  return (
    <div className="sr-only">
      <table>
        <caption>{`${title}. ${columns.today}: ${formatDate(today)}`}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.day}</th>
            {lines.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">{formatDate(day)}</th>
              {lines.map(({ name, points }) => {
                const point = points.findLast(({ on }) => on === day)
                return <td key={name}>{point ? `${point.value}${unit && ` ${unit}`}` : ''}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
