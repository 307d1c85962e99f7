'use server'

import { acceptSuggestion } from '#lib/comments/accept.ts'
import { declineSuggestion } from '#lib/comments/decline.ts'
import { replyToThread } from '#lib/comments/reply.ts'
import { reopenThread, resolveThread } from '#lib/comments/resolve.ts'
import { rewordComment, takeBackComment } from '#lib/comments/reword.ts'
import { startThread } from '#lib/comments/start.ts'
import type { FormState } from '#lib/form-state.ts'
import { submit } from '#lib/web/submit.ts'

export async function start(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: startThread, form, with: { number } })
}

export async function reply(number: number, thread: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: replyToThread, form, with: { number, thread } })
}

export async function resolve(number: number, thread: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: resolveThread, form, with: { number, thread } })
}

export async function reopen(number: number, thread: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: reopenThread, form, with: { number, thread } })
}

export async function accept(number: number, thread: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: acceptSuggestion, form, with: { number, thread } })
}

export async function decline(number: number, thread: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: declineSuggestion, form, with: { number, thread } })
}

export async function reword(number: number, comment: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: rewordComment, form, with: { number, comment } })
}

export async function takeBack(number: number, comment: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: takeBackComment, form, with: { number, comment } })
}
