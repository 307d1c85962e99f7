export interface DiagramNode {
  readonly id: string
  readonly column: number
  readonly row?: number
  readonly label: string
  readonly detail?: string
  readonly tone?: 'plain' | 'ok' | 'warn' | 'danger'
}

export interface DiagramEdge {
  readonly from: string
  readonly to: string
  readonly label?: string
  /** For the way back, or a path taken only when something is wrong. */
  readonly dashed?: boolean
}

export interface PlacedNode extends DiagramNode {
  readonly x: number
  readonly y: number
  readonly labelLines: readonly string[]
  readonly detailLines: readonly string[]
}

export interface PlacedEdge extends DiagramEdge {
  readonly path: string
  readonly head: string
  readonly labelAt: Point
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Four columns fill the measure of the text without scaling. */
export const BOX = { width: 132, height: 70 }
const GAP = { x: 40, y: 46 }
const MARGIN = 4
/** A way back runs this far below its row. */
const DIP = 26

/** Places boxes on a grid and routes arrows between them. SVG text does not wrap, so lines are broken here. */
export function layOut({ nodes, edges }: { nodes: readonly DiagramNode[]; edges: readonly DiagramEdge[] }) {
  const placed = nodes.map(place)
  const byId = new Map(placed.map((node) => [node.id, node]))
  const routed = edges.map((edge) => route(edge, find(byId, edge.from), find(byId, edge.to)))
  const dips = routed.some(({ path }) => path.includes('V')) ? DIP : 0
  return {
    nodes: placed,
    edges: routed,
    width: Math.max(...placed.map(({ x }) => x)) + BOX.width + MARGIN,
    height: Math.max(...placed.map(({ y }) => y)) + BOX.height + MARGIN + dips,
  }
}

/** Inter at the sizes the diagram uses: measured averages, rounded up. */
export function wrap(text: string, perLine: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= perLine) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function place(node: DiagramNode): PlacedNode {
  return {
    ...node,
    x: MARGIN + node.column * (BOX.width + GAP.x),
    y: MARGIN + (node.row ?? 0) * (BOX.height + GAP.y),
    labelLines: wrap(node.label, 18),
    detailLines: node.detail ? wrap(node.detail, 22) : [],
  }
}

function find(nodes: ReadonlyMap<string, PlacedNode>, id: string): PlacedNode {
  const node = nodes.get(id)
  if (!node) throw new Error(`The diagram has an arrow to "${id}" and no box of that name.`)
  return node
}

function route(edge: DiagramEdge, from: PlacedNode, to: PlacedNode): PlacedEdge {
  if (from.x === to.x) return { ...edge, ...vertical(from, to) }
  if (to.column < from.column - 1 && to.y === from.y) return { ...edge, ...back(from, to) }
  return { ...edge, ...(to.x > from.x ? forward(from, to) : leftward(from, to)) }
}

function forward(from: PlacedNode, to: PlacedNode) {
  const start = { x: from.x + BOX.width, y: middle(from) }
  return across(start, { x: to.x, y: middle(to) }, 1)
}

function leftward(from: PlacedNode, to: PlacedNode) {
  return across({ x: from.x, y: middle(from) }, { x: to.x + BOX.width, y: middle(to) }, -1)
}

/** Out of one side, along the gutter beside the target, into its other side. */
function across(start: Point, end: Point, sign: 1 | -1) {
  const gutter = end.x - (sign * GAP.x) / 2
  return {
    path:
      start.y === end.y
        ? `M${start.x} ${start.y}H${end.x}`
        : `M${start.x} ${start.y}H${gutter}v${end.y - start.y}H${end.x}`,
    head: `M${end.x} ${end.y}l${-6 * sign} -4v8z`,
    labelAt:
      start.y === end.y ? { x: (start.x + end.x) / 2, y: start.y - 8 } : { x: gutter, y: (start.y + end.y) / 2 + 4 },
  }
}

function vertical(from: PlacedNode, to: PlacedNode) {
  const down = to.y > from.y
  const x = from.x + BOX.width / 2
  const [start, end] = down ? [from.y + BOX.height, to.y] : [from.y, to.y + BOX.height]
  return {
    path: `M${x} ${start}v${end - start}`,
    head: `M${x} ${end}l-4 ${down ? -6 : 6}h8z`,
    labelAt: { x, y: (start + end) / 2 + 4 },
  }
}

function back(from: PlacedNode, to: PlacedNode) {
  const [start, end] = [from.x + BOX.width / 2, to.x + BOX.width / 2]
  const bottom = from.y + BOX.height
  return {
    path: `M${start} ${bottom}V${bottom + DIP - 8}H${end}V${bottom}`,
    head: `M${end} ${bottom}l-4 6h8z`,
    labelAt: { x: (start + end) / 2, y: bottom + DIP - 12 },
  }
}

const middle = ({ y }: PlacedNode) => y + BOX.height / 2
