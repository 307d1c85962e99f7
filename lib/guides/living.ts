import { listActionItems } from '#lib/action-items/queries.ts'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import type { Work } from '#lib/context.ts'
import { listExposure } from '#lib/exposure/cells.ts'
import type { CellOut } from '#lib/exposure/schema.ts'
import type { LivingBlock, LivingComponent } from '#lib/guides/model.ts'
import { listIncidents } from '#lib/incidents/queries.ts'
import type { IncidentListed } from '#lib/incidents/schema.ts'

/** Enough to recognise one's own trouble; the mechanism's page has the rest. */
const SHOWN = 5

/** What the living blocks of a guide show to this reader. Asked once for each mechanism, however often it is shown. */
export async function livingRecords(work: Work, blocks: readonly LivingBlock[]) {
  const incidents = new Map<string, IncidentListed[]>()
  const items = new Map<string, ActionItemOut[]>()
  const exposure = new Map<string, CellOut[]>()
  for (const mechanism of asked(blocks, 'Exposure')) exposure.set(mechanism, await listExposure(work, { mechanism }))
  for (const mechanism of asked(blocks, 'Incidents'))
    incidents.set(mechanism, (await listIncidents(work, { mechanism, limit: SHOWN })).items)
  for (const mechanism of asked(blocks, 'ActionItems'))
    items.set(mechanism, (await listActionItems(work, { mechanism, status: 'open', limit: SHOWN })).items)
  return { incidents, items, exposure }
}

const asked = (blocks: readonly LivingBlock[], name: LivingComponent) =>
  new Set(blocks.filter((block) => block.name === name).map(({ mechanism }) => mechanism))
