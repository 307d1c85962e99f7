const titled = { select: { number: true, title: true } } as const

/** What is read of an exercise’s finding and of a service that was asked, where something was made of it. */
export const ofFinding = { select: { exercise: titled } } as const
export const ofTarget = {
  select: { sweep: { select: { number: true } }, service: { select: { name: true } } },
} as const
export const ofRisk = { select: { number: true, component: true } } as const

type From = {
  finding: { exercise: { number: number; title: string } } | null
  target: { sweep: { number: number }; service: { name: string } } | null
  risk?: { number: number; component: string } | null
}

/** Where an entry of the register or an action item comes from, as a link. Row-level security left out what is closed. */
export function originOf({ finding, target, risk }: From): { href: string; label: string } | null {
  if (finding) {
    const { number, title } = finding.exercise
    return { href: `/exercises/${number}`, label: `EXE-${number} ${title}` }
  }
  if (risk) return { href: `/risks/${risk.number}`, label: `RSK-${risk.number} ${risk.component}` }
  return (
    target && { href: `/exposure/${target.sweep.number}`, label: `SWP-${target.sweep.number}, ${target.service.name}` }
  )
}
