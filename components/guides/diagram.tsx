import {
  BOX,
  type DiagramEdge,
  type DiagramNode,
  layOut,
  type PlacedEdge,
  type PlacedNode,
} from '#components/guides/diagram-layout.ts'

/**
 * Boxes and arrows, drawn on the server. Written by hand instead of using a diagram library: those need a browser to
 * measure text, or load a font from another server. `description` says in words what the picture shows.
 */
export function Diagram({
  title,
  description,
  nodes,
  edges,
}: {
  title: string
  description: string
  nodes: readonly DiagramNode[]
  edges: readonly DiagramEdge[]
}) {
  const drawing = layOut({ nodes, edges })
  return (
    <figure className="break-inside-avoid">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1). */}
      <div className="overflow-x-auto" role="group" tabIndex={0} aria-label={title}>
        <svg
          role="img"
          aria-label={description}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          className="w-full min-w-[34rem]"
        >
          {drawing.edges.map((edge) => (
            <Arrow key={`${edge.from} ${edge.to}`} edge={edge} />
          ))}
          {drawing.nodes.map((node) => (
            <Box key={node.id} node={node} />
          ))}
        </svg>
      </div>
      <figcaption>{title}</figcaption>
    </figure>
  )
}

const tones = {
  plain: 'fill-raised stroke-edge',
  ok: 'fill-ok-soft stroke-ok-edge',
  warn: 'fill-warn-soft stroke-warn-edge',
  danger: 'fill-danger-soft stroke-danger-edge',
}

function Box({ node: { x, y, tone = 'plain', labelLines, detailLines } }: { node: PlacedNode }) {
  const height = labelLines.length * 16 + detailLines.length * 14
  const top = y + (BOX.height - height) / 2
  return (
    <g>
      <rect x={x} y={y} width={BOX.width} height={BOX.height} rx={8} className={tones[tone]} />
      <g textAnchor="middle" className="fill-ink font-semibold" fontSize={13}>
        {labelLines.map((line, index) => (
          <text key={line} x={x + BOX.width / 2} y={top + 12 + index * 16}>
            {line}
          </text>
        ))}
      </g>
      <g textAnchor="middle" className="fill-muted" fontSize={11}>
        {detailLines.map((line, index) => (
          <text key={line} x={x + BOX.width / 2} y={top + labelLines.length * 16 + 10 + index * 14}>
            {line}
          </text>
        ))}
      </g>
    </g>
  )
}

/** The label sits on a thick outline in the page's colour, so that a line behind it does not cross its letters. */
function Arrow({ edge: { path, head, label, labelAt, dashed } }: { edge: PlacedEdge }) {
  return (
    <g>
      <path
        d={path}
        fill="none"
        className="stroke-muted"
        strokeWidth={1.3}
        strokeDasharray={dashed ? '4 4' : undefined}
      />
      <path d={head} className="fill-muted" />
      {label && (
        <text
          x={labelAt.x}
          y={labelAt.y}
          textAnchor="middle"
          fontSize={11}
          strokeWidth={6}
          paintOrder="stroke"
          className="fill-muted stroke-canvas"
        >
          {label}
        </text>
      )}
    </g>
  )
}
