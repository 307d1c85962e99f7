import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode }

/** The facts beside a document: one per line in a column, or side by side above it. */
export function DescriptionList({ facts, wide }: { facts: Fact[]; wide?: boolean }) {
  const layout = wide
    ? 'grid grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))] gap-x-6 gap-y-4'
    : 'grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-2.5'
  return (
    <dl className={layout}>
      {facts.map((fact) => (
        <div key={fact.label} className={wide ? 'min-w-0' : 'col-span-2 grid min-w-0 grid-cols-subgrid'}>
          <dt className={wide ? 'text-sm text-muted' : 'text-muted'}>{fact.label}</dt>
          <dd className={wide ? 'mt-0.5 text-md font-medium' : 'min-w-0'}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
