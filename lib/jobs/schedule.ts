export type Timer = {
  /** As it is named in the log. */
  name: string
  everyMs: number
  run: () => Promise<void>
}

export type Schedule = {
  /** Runs one now, unless it is running, and answers when it is done. */
  runNow(name: string): Promise<void>
  /** Starts nothing new and waits for what is running. */
  stop(): Promise<void>
}

/** Things to do now and then. Each waits for its own last run, fails without harm to the others, and is tried again next time. */
export function startTimers(
  timers: readonly Timer[],
  report: (sentence: string, error: unknown) => void = console.error,
): Schedule {
  const running = new Map<string, Promise<void>>()
  let stopped = false

  const once = ({ name, run }: Timer): Promise<void> => {
    const current = running.get(name)
    if (current || stopped) return current ?? Promise.resolve()
    const turn = run()
      .catch((error: unknown) => report(`The job "${name}" failed. It will be tried again next time.`, error))
      .finally(() => running.delete(name))
    running.set(name, turn)
    return turn
  }
  const handles = timers.map((timer) => {
    const handle = setInterval(() => void once(timer), timer.everyMs)
    handle.unref()
    return handle
  })
  return {
    runNow: async (name) => {
      const timer = timers.find((each) => each.name === name)
      if (!timer) throw new Error(`There is no job "${name}".`)
      await once(timer)
    },
    stop: async () => {
      stopped = true
      for (const handle of handles) clearInterval(handle)
      await Promise.all(running.values())
    },
  }
}
