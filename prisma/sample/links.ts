import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { declineRelation } from '#lib/incidents/decline-relation.ts'
import { proposeRelation } from '#lib/incidents/propose-relation.ts'
import { acting, type Scene } from './scene.ts'
import type { Story } from './schema.ts'

const pair = { story: z.string(), to: z.string(), daysAgo: z.number(), note: z.string() }
const Links = z.strictObject({
  proposed: z.array(z.strictObject({ ...pair, by: z.string(), relation: z.string() })),
  declined: z.array(z.strictObject(pair)),
})

const DAY = 86_400_000

/** Links that wait for an answer, and one that was turned down. */
export async function tellLinks(scene: Scene, stories: readonly Story[]): Promise<void> {
  const { db, cast, today } = scene
  const { act } = acting(scene)
  const at = (daysAgo: number) => new Date(today.getTime() - daysAgo * DAY)
  const incidentOf = async (file: string) => {
    const told = stories.find((story) => story.file === file)?.incident
    if (!told) throw new Error(`content/sample/links.yaml: ${file} has no incident.`)
    const { number } = await db.incident.findFirstOrThrow({ where: { title: told.title } })
    return { number, editor: cast.editorOf(told.team) }
  }
  const { proposed, declined } = read()
  for (const { story, to, by, daysAgo, ...link } of proposed) {
    const [{ number }, { number: other }] = [await incidentOf(story), await incidentOf(to)]
    await act(cast.person(by), at(daysAgo), proposeRelation, { number, other, ...link })
  }
  for (const { story, to, daysAgo, note } of declined) {
    const [{ number, editor }, { number: other }] = [await incidentOf(story), await incidentOf(to)]
    await act(editor, at(daysAgo), declineRelation, { number, other, note })
  }
}

function read(): z.output<typeof Links> {
  const home = process.env.FIREBREAK_HOME ?? process.cwd()
  return Links.parse(parseYaml(readFileSync(path.join(home, 'content', 'sample', 'links.yaml'), 'utf8')))
}
