import { nightlyBackup } from '#lib/backup/nightly.ts'
import { explained } from '#lib/cli/explain.ts'
import { type Database, openDatabase } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { verifyFloor } from '#lib/db/verify-floor.ts'
import { gatherDigests, gatherUrgent } from '#lib/digests/gather.ts'
import { appOrigin, type Env, env as environment } from '#lib/env.ts'
import { noticeMerged } from '#lib/guides/notice-merged.ts'
import { removeUnusedImages } from '#lib/images/sweep.ts'
import { startDispatcher } from '#lib/jobs/dispatch.ts'
import { lapseProposals } from '#lib/jobs/lapse-proposals.ts'
import { deliverMail } from '#lib/jobs/mail.ts'
import { smtpPost } from '#lib/jobs/post.ts'
import { remind } from '#lib/jobs/remind.ts'
import { startTimers } from '#lib/jobs/schedule.ts'
import { tellWatchers } from '#lib/jobs/tell-watchers.ts'
import { weekTeller } from '#lib/jobs/tell-weeks.ts'
import { recordHealth } from '#lib/programs/weekly.ts'
import { setServer } from '#lib/server.ts'
import { startLive } from '#lib/web/live/live.ts'
import { answerAdministrators } from './admin-socket.ts'
import { databaseCommands } from './database-commands.ts'
import { startSearchWork } from './search-work.ts'
import { sweep } from './sweep.ts'
import { welcome } from './welcome.ts'

/**
 * Everything that has to be true before the first page, or one sentence and the end. Next would stay alive after an error
 * here, answer 500 to everybody and try again with each request, so nothing may leave this function by throwing.
 */
export async function boot(): Promise<void> {
  try {
    await open(environment())
  } catch (error) {
    console.error(explained(error))
    process.exit(1)
  }
}

async function open(env: Env): Promise<void> {
  const database = await openDatabase(env.DATABASE_URL ? { url: env.DATABASE_URL } : { dataDirectory: env.DATA_DIR })
  await migrate(database)
  await verifyFloor(database)
  await welcome(database, env)
  const stopWork = startWork(database, env)
  const live = await startLive(database, env)
  setServer({
    database,
    state: 'ready',
    upgrade: live.upgrade,
    hangUp: live.hangUp,
    stop: async () => {
      await live.stop()
      await stopWork()
      await database.close()
    },
  })
}

const MINUTE_MS = 60_000
const EVERY_MS = 10 * MINUTE_MS
const DAY_MS = 24 * 60 * 60_000
/** Whoever waited for the start has their page by then. */
const FIRST_MS = 1_000

/** What the server does besides answering. Stopping waits for what is under way. */
function startWork(database: Database, env: Env): () => Promise<void> {
  const post = env.SMTP_URL && env.MAIL_FROM ? smtpPost({ url: env.SMTP_URL, from: env.MAIL_FROM }) : null
  const searching = startSearchWork(database, env)
  const dispatcher = startDispatcher(database, {
    consumers: {
      ...searching.consumers,
      ...(post && { mail: deliverMail({ database, post, origin: appOrigin(env) }) }),
    },
  })
  const tellWeeks = weekTeller(database)
  const timers = startTimers([
    { name: 'sweep', everyMs: EVERY_MS, run: () => sweep(database, new Date()) },
    // It looks through every text that has pictures.
    {
      name: 'images',
      everyMs: DAY_MS,
      run: async () => void (await database.asOwner((db) => removeUnusedImages(db, new Date()))),
    },
    {
      name: 'reminders',
      everyMs: EVERY_MS,
      run: async () => {
        await remind(database, new Date())
        if (post) await gatherUrgent(database, new Date())
      },
    },
    { name: 'proposals', everyMs: EVERY_MS, run: () => lapseProposals(database, new Date()) },
    { name: 'health', everyMs: EVERY_MS, run: () => recordHealth(database, new Date()) },
    { name: 'watchers', everyMs: MINUTE_MS, run: () => tellWatchers(database, new Date()) },
    {
      name: 'digests',
      everyMs: EVERY_MS,
      run: async () => {
        // First what goes into the mail of the same hour.
        await tellWeeks(new Date())
        if (post) await gatherDigests(database, new Date())
      },
    },
    // Guides come with the release, so they are looked at at once, without anybody waiting for it.
    {
      name: 'guides',
      everyMs: DAY_MS,
      run: async () => {
        await searching.shipped()
        await noticeMerged(database, new Date())
      },
    },
    { name: 'search server', everyMs: EVERY_MS, run: searching.caughtUp },
    { name: 'backup', everyMs: EVERY_MS, run: async () => void (await nightlyBackup(database, env, new Date())) },
  ])
  // What fell due while nothing ran is done at once, but after the first visitor.
  const first = setTimeout(() => {
    for (const name of ['guides', 'search server', 'images', 'reminders', 'health', 'digests']) void timers.runNow(name)
  }, FIRST_MS)
  if (database.socket) {
    const home = process.env.FIREBREAK_HOME ?? process.cwd()
    answerAdministrators(database.socket, { database, home, dataDirectory: env.DATA_DIR, commands: databaseCommands })
  }
  return async () => {
    clearTimeout(first)
    await Promise.all([dispatcher.stop(), searching.stop(), timers.stop()])
  }
}
