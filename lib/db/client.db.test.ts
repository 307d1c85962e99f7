import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database.ts'
import { verifyFloor } from './verify-floor.ts'

const { database, truncate } = await testDatabase()
beforeEach(truncate)

describe('a connection', () => {
  test('runs as the weak role, in UTC', async () => {
    const { rows } = await database.pool.query(`select current_user::text as role, current_setting('timezone') as zone`)
    expect(rows).toEqual([{ role: 'firebreak_app', zone: 'UTC' }])
  })

  test('is bound by row-level security', async () => {
    await expect(verifyFloor(database)).resolves.toBeUndefined()
  })
})
