/**
 * Counts over time as columns, drawn on the server: no script reaches the reader. The figures stand above the columns,
 * so the picture can be read exactly, and screen readers get the same as a table.
 */
export function Columns({ title, unit, points }: { title: string; unit: string; points: readonly Point[] }) {
  const most = Math.max(1, ...points.map(({ value }) => value))
  const width = points.length * STEP
  return (
    <figure className="m-0">
      <div className="overflow-x-auto">
        <svg aria-hidden="true" width={width} viewBox={`0 0 ${width} ${HEIGHT + 44}`} className="max-w-full">
          {points.map(({ label, value }, index) => {
            const height = (value / most) * HEIGHT
            return (
              <g key={label} textAnchor="middle" fontSize={11}>
                <rect
                  x={index * STEP + 8}
                  y={20 + HEIGHT - height}
                  width={STEP - 16}
                  height={Math.max(height, 1)}
                  rx={2}
                  className={value ? 'fill-accent' : 'fill-edge'}
                />
                <text
                  x={index * STEP + STEP / 2}
                  y={14 + HEIGHT - height}
                  className={value ? 'fill-ink' : 'fill-faint'}
                >
                  {value}
                </text>
                <text x={index * STEP + STEP / 2} y={HEIGHT + 38} className="fill-muted">
                  {label}
                </text>
              </g>
            )
          })}
        </svg>
      </div>
      <div className="sr-only">
        <table>
          <caption>{title}</caption>
          <tbody>
            {points.map(({ label, value }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{`${value} ${unit}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}

type Point = { label: string; value: number }

const STEP = 60
const HEIGHT = 72
