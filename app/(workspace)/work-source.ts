import type { Work } from '#lib/context.ts'
import { getFinding } from '#lib/exercises/queries.ts'
import { getTarget } from '#lib/exposure/queries.ts'
import { Id, PublicNumber } from '#lib/ids.ts'
import { getRisk } from '#lib/risks/queries.ts'

type Asked = Record<string, string | string[] | undefined>
export type WorkSource = {
  name: 'finding' | 'target' | 'risk'
  id: string
  label: string
  title: string
  mechanism: string | null
  team: string
  services: string[]
}

/** The finding, the exposed service or the entry of the register that something is made of, from its address. */
export async function workSource(work: Work, asked: Asked): Promise<WorkSource | null> {
  const finding = Id.safeParse(asked.finding)
  if (finding.success) {
    const { id, text, mechanism, team, services, exercise } = await getFinding(work, finding.data)
    const title = text.split('\n')[0]?.slice(0, 200) ?? ''
    return { name: 'finding', id, label: `EXE-${exercise.number} ${exercise.title}`, title, mechanism, team, services }
  }
  const target = Id.safeParse(asked.target)
  if (!target.success) return ofRisk(work, asked.risk)
  const { id, mechanism, question, sweep, service } = await getTarget(work, target.data)
  return {
    name: 'target',
    id,
    label: `SWP-${sweep} ${question}`,
    title: `${service.name}: ${mechanism.name}`.slice(0, 200),
    mechanism: mechanism.code,
    team: service.team,
    services: [service.slug],
  }
}

async function ofRisk(work: Work, asked: Asked[string]): Promise<WorkSource | null> {
  const risk = PublicNumber.safeParse(asked)
  if (!risk.success) return null
  const { number, component, team, services } = await getRisk(work, risk.data)
  return {
    name: 'risk',
    id: String(number),
    label: `RSK-${number} ${component}`,
    title: component,
    mechanism: null,
    team: team.slug,
    services: services.map(({ slug }) => slug),
  }
}
