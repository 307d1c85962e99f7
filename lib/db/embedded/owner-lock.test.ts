import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Program, startProgram } from '#lib/testing/program.ts'
import { acquireOwnership, connectToOwner } from './owner-lock.ts'

let directory: string
const started: Program[] = []

beforeEach(async () => {
  directory = await fs.mkdtemp(path.join(os.tmpdir(), 'fb-db-lock-'))
})
afterEach(async () => {
  for (const { process, ended } of started.splice(0)) {
    process.kill('SIGKILL')
    await ended
  }
  await fs.rm(directory, { recursive: true })
})

async function start(): Promise<Program> {
  const program = await startProgram('own', directory)
  started.push(program)
  return program
}

describe('the owner of a data directory', () => {
  test('is alone, and the second one is told who', async () => {
    const owner = await start()
    await owner.said(/OWNER/)
    await expect(acquireOwnership(directory)).rejects.toThrow(
      `Another Firebreak (process ${owner.process.pid}) is using the data directory ${directory}.`,
    )
  })

  test('is replaced after it was killed', async () => {
    const owner = await start()
    await owner.said(/OWNER/)
    owner.process.kill('SIGKILL')
    await owner.ended
    const next = await acquireOwnership(directory)
    await next.release()
  })

  test('leaves nothing behind when it releases', async () => {
    const owner = await acquireOwnership(directory)
    await owner.release()
    expect((await fs.readdir(directory)).filter((name) => name.includes('sock'))).toEqual([])
  })

  test('is exactly one of twenty who start at once over a dead one', { timeout: 60_000 }, async () => {
    const dead = await start()
    await dead.said(/OWNER/)
    dead.process.kill('SIGKILL')
    await dead.ended
    const racers = await Promise.all(Array.from({ length: 20 }, start))
    const answers = await Promise.all(racers.map((racer) => racer.said(/OWNER|REFUSED/)))
    expect(answers.filter(([answer]) => answer === 'OWNER')).toHaveLength(1)
  })

  test('is one even when a killed starter left its claim behind', async () => {
    const abandoned = await startProgram('own', directory)
    await abandoned.said(/OWNER/)
    abandoned.process.kill('SIGKILL')
    await abandoned.ended
    await fs.rename(path.join(directory, 'firebreak.sock'), path.join(directory, 'firebreak.sock.claim'))
    const owner = await acquireOwnership(directory)
    await owner.release()
  })

  test('is reached through its socket, whose path may be longer than the kernel allows', async () => {
    const deep = path.join(directory, 'a'.repeat(60), 'b'.repeat(60))
    const owner = await acquireOwnership(deep)
    owner.server.on('connection', (connection) => connection.end('hello'))
    const connection = await connectToOwner(deep)
    expect(String(await new Promise((resolve) => connection.once('data', resolve)))).toBe('hello')
    await expect(acquireOwnership(deep)).rejects.toThrow(/Another Firebreak/)
    await owner.release()
  })
})
