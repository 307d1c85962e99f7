import type { ReactNode } from 'react'
import type { Missing, Stage } from '#lib/postmortems/completeness.ts'
import { CompletenessPanel } from './completeness-panel.tsx'
import { KeptFresh } from './kept-fresh.tsx'
import { type EarlierPanel, SuggestionsPanel } from './suggestions-panel.tsx'

type Props = {
  number: number
  missing: Record<Stage, Missing[]>
  earlier: Omit<EarlierPanel, 'zone'>
  zone: string
  look: () => Promise<ReactNode>
  lookBack: () => Promise<ReactNode>
  /** What colleagues say about the text. */
  talk: ReactNode
}

/** Beside the text while it is written: what is missing, and what the company learned before. */
export function EditAside({ number, missing, earlier, zone, look, lookBack, talk }: Props) {
  return (
    <aside className="flex flex-col gap-6 lg:sticky lg:top-20 lg:max-h-[calc(100vh-6rem)] lg:self-start lg:overflow-y-auto">
      <KeptFresh look={look}>
        <CompletenessPanel missing={missing} number={number} />
      </KeptFresh>
      {talk}
      <KeptFresh look={lookBack}>
        <SuggestionsPanel {...earlier} zone={zone} />
      </KeptFresh>
    </aside>
  )
}
