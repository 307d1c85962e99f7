import type { Database } from '#lib/db/client.ts'
import { refuse } from '#lib/problem.ts'
import { tellBoard } from './sample/board.ts'
import { tellComments } from './sample/comments.ts'
import { foundCompany } from './sample/company.ts'
import { tellExercises } from './sample/exercises.ts'
import { tellGuides } from './sample/guides.ts'
import { tellLinks } from './sample/links.ts'
import { player } from './sample/play.ts'
import { tellPrograms } from './sample/programs.ts'
import { readCompany, readStories } from './sample/read.ts'
import { ruleReviews, tellReviews } from './sample/reviews.ts'
import { type Scene, writeHistory } from './sample/scene.ts'
import type { Story } from './sample/schema.ts'
import { shapeTemplates } from './sample/templates.ts'
import { chooseWords } from './sample/wording.ts'

/** 450 days: further back than the oldest sample incident. */
const COMPANY_AGE_MS = 450 * 86_400_000

/** Several times what it takes; this is for slow disks and busy machines. */
const SEEDING_MAX_MS = 120_000

/** Loads the sample company into an empty database, all of it or nothing. */
export async function loadSample(database: Database, today = new Date()): Promise<void> {
  const company = readCompany()
  const stories = readStories()
  await database.asOwner(
    async (db) => {
      if (await db.organization.findUnique({ where: { id: 1 } }))
        refuse({ kind: 'conflict', message: 'This instance is set up already, so the sample company cannot move in.' })
      const founded = new Date(today.getTime() - COMPANY_AGE_MS)
      const cast = await foundCompany(db, company, founded)
      const scene: Scene = { db, cast, today, happened: [] }
      await shapeTemplates(scene, cast.person('ines'), founded)
      await chooseWords(scene, cast.person('ines'), founded)
      await ruleReviews(scene)
      const { record, learn } = player(scene)
      let recorded: number | undefined
      // The next incident is written down while people learn from the last one, so that neither thread waits for the other.
      for (const [index, next] of [...stories, undefined].entries()) {
        const last = stories[index - 1]
        const [number] = await Promise.all([
          next && telling(next, () => record(next)),
          last && telling(last, () => learn(last, recorded)),
        ])
        recorded = number
        await writeHistory(scene)
      }
      for (const tell of [tellReviews, tellComments, tellBoard, tellLinks, tellPrograms, tellExercises, tellGuides]) {
        await tell(scene, stories)
        await writeHistory(scene)
      }
    },
    { timeoutMs: SEEDING_MAX_MS },
  )
}

/** Whoever edits a story learns which one is wrong. */
async function telling<T>({ file }: Story, tell: () => Promise<T>): Promise<T> {
  try {
    return await tell()
  } catch (error) {
    throw new Error(`content/sample/incidents/${file}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}
