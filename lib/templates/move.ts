import type { AskedSection } from './model.ts'

type Standing = { key: string; heading: string; body: string; untouched: boolean }
type Placed = { key: string; heading: string }

/** What moving a document to other questions would do to it, before it is done. */
export type Move = {
  added: Placed[]
  renamed: { key: string; from: string; to: string }[]
  /** Text the new questions do not ask for: it stays, at the end. */
  kept: Placed[]
  /** Nobody ever wrote in these. */
  dropped: Placed[]
  /** The sections in their new order. */
  order: Placed[]
}

/** Sections are known by their key. Text is never lost: only what nobody ever wrote in is left out. */
export function planMove(standing: readonly Standing[], asked: readonly Pick<AskedSection, 'key' | 'heading'>[]): Move {
  const there = new Map(standing.map((section) => [section.key, section]))
  const wanted = new Set(asked.map(({ key }) => key))
  const left = standing.filter(({ key }) => !wanted.has(key))
  const kept = left.filter(({ untouched }) => !untouched).map(placed)
  return {
    added: asked.filter(({ key }) => !there.has(key)).map(placed),
    renamed: asked.flatMap(({ key, heading }) => {
      const from = there.get(key)?.heading ?? heading
      return from === heading ? [] : [{ key, from, to: heading }]
    }),
    kept,
    dropped: left.filter(({ untouched }) => untouched).map(placed),
    order: [...asked.map(placed), ...kept],
  }
}

const placed = ({ key, heading }: Placed): Placed => ({ key, heading })
