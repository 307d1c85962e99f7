import type { PersonActor } from '#lib/actor.ts'
import { bringInEvidence } from '#lib/timeline/bring-in.ts'
import { editTimelineEntry } from '#lib/timeline/edit-entry.ts'
import { gatherEvidence } from '#lib/timeline/gather-evidence.ts'
import { listEvidence } from '#lib/timeline/queries.ts'
import { replaceTimeline } from '#lib/timeline/replace.ts'
import { acting, type Scene, workAt } from './scene.ts'
import type { SampleIncident } from './schema.ts'

type Told = SampleIncident['timeline'][number]
type Saying = { number: number; version: number; lead: PersonActor; at: Date; instant: (offset: number) => string }

/** The plain entries at once; those that point back to what was said are brought in one by one, as people do it. */
export async function tellTimeline(
  scene: Scene,
  { timeline, gathered, zone }: Pick<SampleIncident, 'timeline' | 'gathered' | 'zone'>,
  { number, version, lead, at, instant }: Saying,
): Promise<void> {
  const { act, ask } = acting(scene)
  const plain = timeline.filter(({ said }) => said === undefined)
  const entries = plain.map((entry) => ({
    ...{ at: instant(entry.at), zone, kind: entry.kind, text: entry.text, source: entry.source ?? '' },
    ...{ role: entry.role ?? '', link: entry.link ?? '', precision: entry.precision ?? 'minute' },
    ...(entry.spreadMinutes && { spreadMinutes: entry.spreadMinutes }),
    ...(entry.until !== undefined && { latestAt: instant(entry.until) }),
    ...(entry.knownAt !== undefined && { knownAt: instant(entry.knownAt) }),
    ...(entry.milestone && { milestone: camel(entry.milestone) }),
  }))
  if (entries.length > 0) await act(lead, at, replaceTimeline, { number, version, entries })
  const spoken = timeline.filter(({ said }) => said !== undefined)
  if (spoken.length === 0 && gathered.length === 0) return
  const first = (entry: Told) => instant(entry.corrected?.from ?? entry.at)
  const records = [
    ...spoken.map((entry) => ({ time: first(entry), speaker: entry.role, text: entry.said })),
    ...gathered.map(({ at, role, text }) => ({ time: instant(at), speaker: role, text })),
  ]
  const names = [...new Set(records.map(({ speaker }) => speaker ?? ''))].map((role) => ({ name: role || '-', role }))
  await act(lead, at, gatherEvidence, { number, transcript: JSON.stringify(records), zone, names, rename: true })
  const { items } = await listEvidence(workAt(scene, lead, at), { number, limit: 100 })
  for (const entry of spoken) {
    const { id } = items.find(({ text }) => text === entry.said) ?? { id: '' }
    const told = await ask(lead, at, bringInEvidence, { number, id, kind: entry.kind, text: entry.text })
    const written = told.timeline.find(({ text }) => text === entry.text)
    if (written && (entry.corrected || entry.knownAt !== undefined))
      await act(lead, at, editTimelineEntry, {
        ...{ number, id: written.id, at: instant(entry.at), zone, kind: entry.kind, text: entry.text },
        ...{ role: entry.role ?? '', source: entry.source ?? '', correction: entry.corrected?.why ?? '' },
        ...(entry.knownAt !== undefined && { knownAt: instant(entry.knownAt) }),
        seen: { at: written.at, kind: written.kind, text: written.text },
      })
  }
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
