import { exportOrganization } from '#lib/exports/organization.ts'
import { importActionItems } from '#lib/imports/action-items.ts'
import { importIncidents } from '#lib/imports/incidents.ts'
import { importPostmortems } from '#lib/imports/postmortems.ts'
import { readDocument } from '#lib/imports/read.ts'
import { ImportOptions } from '#lib/imports/schema.ts'
import { readIncidents, readItems } from '#lib/imports/table-rows.ts'
import { can } from '#lib/policy/can.ts'
import { type Asked, type Probe, probe } from './probe.ts'

export function ofFiles(): Probe[] {
  const { documents, incidents, rows } = imports()
  const open = (verb: 'import' | 'export'): Asked => ({
    sees: () => true,
    may: (actor) => can(actor, verb, 'organization').allowed,
  })
  return [
    probe(importPostmortems, { documents }, open('import')),
    probe(importIncidents, { incidents }, open('import')),
    probe(importActionItems, { rows }, open('import')),
    probe(exportOrganization, { postmortems: 1, restricted: 0 }, open('export')),
  ]
}

/** Files and tables as the doors hand them on once they are read. */
const imports = () => {
  const options = ImportOptions.parse({})
  const read = readDocument(
    { file: 'a.md', bytes: Buffer.from('---\nid: a\ntitle: A\nteam: edge team\n---\nText') },
    options,
  )
  const item = readItems('id,title,team,due_on\nb,B,edge team,2026-07-01', options).rows[0]
  return {
    documents: 'document' in read ? [read.document] : [],
    incidents: readIncidents('id,title,team\nc,C,edge team', options).rows.map(({ facts }) => facts),
    rows: item ? [{ item: item.item, owner: '', postmortem: '' }] : [],
  }
}
