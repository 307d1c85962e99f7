import { listActionItems } from '#lib/action-items/queries.ts'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import type { Work } from '#lib/context.ts'
import { listExposure } from '#lib/exposure/cells.ts'
import type { CellOut } from '#lib/exposure/schema.ts'
import type { LivingBlock, LivingComponent } from '#lib/guides/model.ts'
import { listIncidents } from '#lib/incidents/queries.ts'
import type { IncidentListed } from '#lib/incidents/schema.ts'
import { listPrograms } from '#lib/programs/list.ts'
import type { ProgramLine } from '#lib/programs/schema.ts'

/** Enough to recognise one's own trouble; the mechanism's page has the rest. */
const SHOWN = 5

/** Each by the mechanism it is about. */
export type LivingRecords = {
  incidents: Record<string, IncidentListed[]>
  items: Record<string, ActionItemOut[]>
  exposure: Record<string, CellOut[]>
  programs: Record<string, ProgramLine[]>
}

/** What the living blocks of a guide show to this reader. Asked once for each mechanism, however often it is shown. */
export async function livingRecords(work: Work, blocks: readonly LivingBlock[]): Promise<LivingRecords> {
  const found: LivingRecords = { incidents: {}, items: {}, exposure: {}, programs: {} }
  for (const mechanism of asked(blocks, 'Exposure')) found.exposure[mechanism] = await listExposure(work, { mechanism })
  for (const mechanism of asked(blocks, 'Incidents'))
    found.incidents[mechanism] = (await listIncidents(work, { mechanism, limit: SHOWN })).items
  for (const mechanism of asked(blocks, 'ActionItems'))
    found.items[mechanism] = (await listActionItems(work, { mechanism, status: 'open', limit: SHOWN })).items
  for (const mechanism of asked(blocks, 'ProgramStatus'))
    found.programs[mechanism] = (await listPrograms(work, { mechanism, status: 'all', limit: SHOWN })).items
  return found
}

const asked = (blocks: readonly LivingBlock[], name: LivingComponent) =>
  new Set(blocks.filter((block) => block.name === name).map(({ mechanism }) => mechanism))
