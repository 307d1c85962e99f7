'use server'

import type { FormState } from '#lib/form-state.ts'
import { createTeam } from '#lib/teams/create.ts'
import { setTeamMember } from '#lib/teams/set-member.ts'
import { updateTeam } from '#lib/teams/update.ts'
import { submit } from '#lib/web/submit.ts'

export async function create(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: createTeam, form, onDone: ({ slug }) => `/teams/${slug}` })
}

export async function update(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updateTeam, form, onDone: ({ slug }) => `/teams/${slug}` })
}

export async function setMember(_: FormState, form: FormData): Promise<FormState> {
  return submit({ command: setTeamMember, form })
}
