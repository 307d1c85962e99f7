type Series = { key: string; label: string; className: string }

const STEP = 44
const HEIGHT = 120

/** Counts over time, each column built of its kinds, drawn on the server. Its table says the same in figures. */
export function Stacks({
  labels,
  series,
  rows,
}: {
  labels: readonly string[]
  series: readonly Series[]
  rows: readonly number[][]
}) {
  const most = Math.max(1, ...rows.map((row) => row.reduce((sum, value) => sum + value, 0)))
  const width = labels.length * STEP
  return (
    <div>
      <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
        {series.map(({ key, label, className }) => (
          <li key={key} className="inline-flex items-center gap-1.5">
            <svg aria-hidden="true" className={`size-3 ${className}`}>
              <rect width={12} height={12} rx={2} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <div className="overflow-x-auto">
        <svg
          aria-hidden="true"
          width={width}
          viewBox={`0 0 ${width} ${HEIGHT + 44}`}
          fontSize={11}
          className="max-w-full"
        >
          {labels.map((label, index) => {
            const row = rows[index] ?? []
            const total = row.reduce((sum, value) => sum + value, 0)
            let top = 20 + HEIGHT
            return (
              <g key={label} textAnchor="middle">
                {row.map((value, kind) => {
                  const height = (value / most) * HEIGHT
                  top -= height
                  const { key = '', className = '' } = series[kind] ?? {}
                  return (
                    <rect
                      key={key}
                      x={index * STEP + 7}
                      y={top}
                      width={STEP - 14}
                      height={height}
                      className={className}
                    />
                  )
                })}
                <text x={index * STEP + STEP / 2} y={top - 5} className={total ? 'fill-ink' : 'fill-faint'}>
                  {total}
                </text>
                <text x={index * STEP + STEP / 2} y={HEIGHT + 38} className="fill-muted">
                  {label}
                </text>
              </g>
            )
          })}
        </svg>
      </div>
    </div>
  )
}
