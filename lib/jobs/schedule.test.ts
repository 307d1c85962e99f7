import { expect, test } from 'vitest'
import { startTimers } from './schedule.ts'

const HOUR = 3_600_000

function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

test('a job asked for while it runs is not begun a second time', async () => {
  let begun = 0
  const { open, opened } = gate()
  const run = async () => {
    begun++
    await opened
  }
  const schedule = startTimers([{ name: 'slow', everyMs: HOUR, run }])
  const both = [schedule.runNow('slow'), schedule.runNow('slow')]
  open()
  await Promise.all(both)
  expect(begun).toBe(1)
  await schedule.runNow('slow')
  expect(begun).toBe(2)
  await schedule.stop()
})

test('a job that fails is reported, and the next time it runs again', async () => {
  const said: string[] = []
  let begun = 0
  const run = async () => {
    begun++
    if (begun === 1) throw new Error('No.')
  }
  const schedule = startTimers([{ name: 'sweep', everyMs: HOUR, run }], (sentence) => void said.push(sentence))
  await schedule.runNow('sweep')
  await schedule.runNow('sweep')
  expect(begun).toBe(2)
  expect(said).toEqual(['The job "sweep" failed. It will be tried again next time.'])
  await schedule.stop()
})

test('stopping waits for what is running and begins nothing more', async () => {
  const { open, opened } = gate()
  let finished = false
  let begun = 0
  const run = async () => {
    begun++
    await opened
    finished = true
  }
  const schedule = startTimers([{ name: 'backup', everyMs: HOUR, run }])
  void schedule.runNow('backup')
  const stopped = schedule.stop().then(() => finished)
  open()
  expect(await stopped).toBe(true)
  await schedule.runNow('backup')
  expect(begun).toBe(1)
})
