import { searchConsumers } from '#lib/search/consumer.ts'
import type { AsOwner, Job, Lane } from './outbox.ts'
import { claim, finish, giveBack } from './outbox.ts'

/** Does what waits for some subjects. It may be called twice for the same change, and late; it must not mind. */
export type Consumer = (jobs: readonly Job[]) => Promise<void>

export type Dispatcher = {
  /** There may be work. Returns at once. */
  wake(): void
  /** Does all that waits now, and answers when it is done. */
  drain(): Promise<void>
  /** Takes nothing new and waits for what is under way. What is left stays in the outbox. */
  stop(): Promise<void>
}

export type DispatcherOptions = {
  lane?: Lane
  /** By topic. Work of a topic nobody consumes is removed. */
  consumers?: Record<string, Consumer>
  now?: () => Date
  report?: (sentence: string, error: unknown) => void
}

/** Work of other processes and of before a crash has nobody to wake us for it. */
const POLL_MS = 1_000

/** Empties the outbox as the changes come: right after a commit when woken, within a second otherwise. */
export function startDispatcher({ asOwner }: { asOwner: AsOwner }, options: DispatcherOptions = {}): Dispatcher {
  const { lane = 'main', now = () => new Date(), report = console.error } = options
  const { consumers = searchConsumers({ asOwner }) } = options
  let stopped = false
  let again = false
  let running: Promise<void> | undefined
  let failure = ''

  const turn = async () => {
    do {
      again = false
      while (!stopped && (await doBatch({ asOwner, lane, consumers, now, report })) > 0);
    } while (again && !stopped)
  }
  const drain = (): Promise<void> => {
    again = true
    running ??= turn()
      .then(() => {
        failure = ''
      })
      .catch((error: unknown) => {
        // The same trouble every second would fill the log with one sentence.
        const message = error instanceof Error ? error.message : String(error)
        if (message !== failure && !stopped)
          report('The outbox could not be read. It will be tried again every second.', error)
        failure = message
      })
      .finally(() => {
        running = undefined
      })
    return running
  }

  const timer = setInterval(() => void drain(), POLL_MS)
  timer.unref()
  const dispatcher: Dispatcher = {
    wake: () => void drain(),
    drain,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      dispatchers.delete(dispatcher)
      await running
    },
  }
  dispatchers.add(dispatcher)
  dispatcher.wake()
  return dispatcher
}

/** For the doors, after a commit. Without a dispatcher in this process it does nothing; another one polls. */
export function wakeDispatcher(): void {
  for (const dispatcher of dispatchers) dispatcher.wake()
}

type Bench = Required<DispatcherOptions> & { asOwner: AsOwner }

/** How much there was to do. */
async function doBatch(bench: Bench): Promise<number> {
  const jobs = await claim(bench.asOwner, bench.now(), { lane: bench.lane })
  await Promise.all([...byTopic(jobs)].map(([topic, some]) => doJobs(bench, topic, some)))
  return jobs.length
}

async function doJobs(bench: Bench, topic: string, jobs: readonly Job[]): Promise<void> {
  const { asOwner, consumers, now, report } = bench
  try {
    await consumers[topic]?.(jobs)
    await finish(asOwner, jobs)
  } catch (error) {
    const [job, ...others] = jobs
    if (!job) return
    // One bad record must not hold up the others of its batch.
    if (others.length > 0) for (const each of jobs) await doJobs(bench, topic, [each])
    else {
      if (job.attempts === 1)
        report(`Work on ${job.subjectKind} ${job.subjectId} failed. It will be tried again.`, error)
      await giveBack(asOwner, job, error, now())
    }
  }
}

function byTopic(jobs: readonly Job[]): Map<string, Job[]> {
  const topics = new Map<string, Job[]>()
  for (const job of jobs) topics.set(job.topic, [...(topics.get(job.topic) ?? []), job])
  return topics
}

const KEY = Symbol.for('firebreak.dispatchers')
// Next loads modules once per bundle; the doors and the boot have to mean the same dispatchers.
const shared = globalThis as { [KEY]?: Set<Dispatcher> }
shared[KEY] ??= new Set()
const dispatchers = shared[KEY]
