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
import { shapeTemplates } from './sample/templates.ts'
import { chooseWords } from './sample/wording.ts'

/** 450 days: further back than the oldest sample incident. */
const COMPANY_AGE_MS = 450 * 86_400_000

/** It takes 3 to 6 seconds; this is for slow disks. */
const SEEDING_MAX_MS = 120_000

/** Loads the sample company into an empty database, all of it or nothing. */
export async function loadSample(database: Database, today = new Date()): Promise<void> {
  const company = readCompany()
  const stories = readStories()
  await database.asOwner(
    async (db) => {
      if (await db.organization.findUnique({ where: { id: 1 } }))
        refuse({ kind: 'conflict', message: 'This instance is set up already, so the sample company cannot move in.' })
      const cast = await foundCompany(db, company, new Date(today.getTime() - COMPANY_AGE_MS))
      await shapeTemplates(db, cast.person('ines'), new Date(today.getTime() - COMPANY_AGE_MS))
      await chooseWords(db, cast.person('ines'), new Date(today.getTime() - COMPANY_AGE_MS))
      await ruleReviews({ db, cast, today })
      const { play } = player({ db, cast, today })
      for (const story of stories) {
        try {
          await play(story)
        } catch (error) {
          throw new Error(`content/sample/incidents/${story.file}: ${error instanceof Error ? error.message : error}`, {
            cause: error,
          })
        }
      }
      await tellReviews({ db, cast, today }, stories)
      await tellComments({ db, cast, today }, stories)
      await tellBoard({ db, cast, today }, stories)
      await tellLinks({ db, cast, today }, stories)
      await tellPrograms({ db, cast, today }, stories)
      await tellExercises({ db, cast, today }, stories)
      await tellGuides({ db, cast, today }, stories)
    },
    { timeoutMs: SEEDING_MAX_MS },
  )
}
