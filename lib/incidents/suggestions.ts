import type { Work } from '#lib/context.ts'

/** What was typed before, for boxes that take anything: one place should have one spelling. */
export type Suggestions = Record<'locations' | 'journeys' | 'defences' | 'units', string[]>

/** From what this actor may see, most used first. 100 of each: as many as a list under a box can be looked through. */
export async function suggestionsFor({ db }: Work): Promise<Suggestions> {
  const [found] = await db.$queryRaw<[Suggestions]>`
    select
      array(select r."name" from "IncidentLocation" r group by r."name" order by count(*) desc, r."name" limit 100) as "locations",
      array(select j."name" from "Incident" i, unnest(i."journeys") j("name")
        group by j."name" order by count(*) desc, j."name" limit 100) as "journeys",
      array(select r."name" from "Defence" r group by r."name" order by count(*) desc, r."name" limit 100) as "defences",
      array(select r."unit" from "ImpactNumber" r where r."unit" <> ''
        group by r."unit" order by count(*) desc, r."unit" limit 20) as "units"`
  return found
}
