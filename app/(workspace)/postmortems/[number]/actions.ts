'use server'

import { getTranslations } from 'next-intl/server'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import type { FormState } from '#lib/form-state.ts'
import { grantAccess } from '#lib/grants/grant.ts'
import { revokeAccess } from '#lib/grants/revoke.ts'
import { amendPostmortem } from '#lib/postmortems/amend.ts'
import { changeVisibility } from '#lib/postmortems/change-visibility.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { publishPostmortem } from '#lib/postmortems/publish.ts'
import { requestReview } from '#lib/postmortems/request-review.ts'
import { restoreRevision } from '#lib/postmortems/restore-revision.ts'
import { retractPostmortem } from '#lib/postmortems/retract.ts'
import { supersedePostmortem } from '#lib/postmortems/supersede.ts'
import { withdrawSupersession } from '#lib/postmortems/withdraw-supersession.ts'
import { answerPoint } from '#lib/reviews/answer-point.ts'
import { cancelMeeting } from '#lib/reviews/cancel-meeting.ts'
import { decideReview } from '#lib/reviews/decide.ts'
import { scheduleMeeting } from '#lib/reviews/schedule-meeting.ts'
import { updateMeeting } from '#lib/reviews/update-meeting.ts'
import { submit } from '#lib/web/submit.ts'

// Bound to the number by the page, so an address and a form can never speak of two different postmortems.
const toRead = ({ number }: { number: number }) => `/postmortems/${number}`

export async function edit(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: editPostmortem, form, with: { number }, onDone: toRead })
}

export async function askForReview(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: requestReview, form, with: { number }, onDone: toRead })
}

/** Whoever only leaves notes stays where they read. */
export async function review(number: number, _: FormState, form: FormData): Promise<FormState> {
  const stays = form.get('verdict') === 'comment'
  return submit({
    command: decideReview,
    form,
    with: { number },
    onDone: stays ? () => `/postmortems/${number}/review` : toRead,
  })
}

export async function answer(number: number, point: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: answerPoint,
    form,
    with: { number, point },
    onDone: () => `/postmortems/${number}/review#point-${point}`,
  })
}

export async function supersede(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: supersedePostmortem, form, with: { number }, onDone: toRead })
}

export async function unsupersede(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: withdrawSupersession, form, with: { number }, onDone: toRead })
}

export async function restore(number: number, revision: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: restoreRevision,
    form,
    with: { number, revision },
    onDone: () => `/postmortems/${number}/history`,
  })
}

export async function publish(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: publishPostmortem, form, with: { number }, onDone: toRead })
}

export async function amend(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: amendPostmortem, form, with: { number }, onDone: toRead })
}

export async function retract(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: retractPostmortem, form, with: { number }, onDone: toRead })
}

export async function changeAccess(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: changeVisibility, form, with: { number } })
}

export async function grant(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: grantAccess, form, with: { record: 'postmortem', number } })
}

export async function revoke(number: number, person: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: revokeAccess, form, with: { record: 'postmortem', number, person } })
}

const toReview = (number: number) => () => `/postmortems/${number}/review`

export async function plan(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: scheduleMeeting, form, with: { number }, onDone: toReview(number) })
}

export async function saveMeeting(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updateMeeting, form, with: { number, id }, onDone: toReview(number) })
}

export async function callOff(number: number, id: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: cancelMeeting, form, with: { number, id }, onDone: toReview(number) })
}

/** From words of its text; whoever writes stays where they are. */
export async function proposeHere(number: number, _: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('itemFromText')
  return submit({ command: proposeActionItem, form, with: { postmortem: number }, done: t('done') })
}

/** In place, so that whoever publishes goes from one to the next. */
export async function decideItem(number: number, item: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: decideActionItem,
    form,
    with: { number: item },
    onDone: () => `/postmortems/${number}/publication`,
  })
}
