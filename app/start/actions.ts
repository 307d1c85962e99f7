'use server'

import { redirect } from 'next/navigation'
import { currentVisit } from '#lib/auth/current.ts'
import { isLookingAroundAllowed } from '#lib/auth/sample.ts'
import type { FormState } from '#lib/form-state.ts'
import { Refusal, sentence } from '#lib/problem.ts'
import { loadSample } from '#prisma/seed.ts'
import { refusedAtOnce } from '../doorstep.ts'

export async function lookAround(): Promise<FormState> {
  const visit = await currentVisit()
  const problem = await refusedAtOnce(visit)
  if (problem) return { message: sentence(problem) }
  if (!isLookingAroundAllowed(visit)) return { message: 'The sample company can be loaded at this machine only.' }
  try {
    await loadSample(visit.database, visit.now)
  } catch (error) {
    if (error instanceof Refusal) return { message: error.message }
    throw error
  }
  return redirect('/look-around')
}
