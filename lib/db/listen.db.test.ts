import { EventEmitter, once } from 'node:events'
import { expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'

test('what a transaction tells is heard once it committed, and not when it was taken back', async () => {
  const { database } = await testDatabase()
  const told = new EventEmitter()
  const heard: string[] = []
  const ready = once(told, 'missed')
  const listening = await database.listen({
    channels: ['firebreak_test'],
    hear: (_, text) => {
      heard.push(text)
      told.emit(text)
    },
    missed: () => told.emit('missed'),
  })
  await ready
  const tell = (text: string) =>
    database.transaction({}, async (db) => {
      await db.$executeRaw`select pg_notify('firebreak_test', ${text})`
      if (text === 'undone') throw new Error('undone')
    })
  const last = once(told, 'last')
  await tell('first')
  await expect(tell('undone')).rejects.toThrow('undone')
  await tell('last')
  await last
  expect(heard).toEqual(['first', 'last'])
  await listening.stop()
})
