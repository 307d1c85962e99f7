'use server'

import { getTranslations } from 'next-intl/server'
import { addItemEvidence } from '#lib/action-items/add-evidence.ts'
import { advanceActionItem } from '#lib/action-items/advance.ts'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { editManyActionItems } from '#lib/action-items/edit-many.ts'
import { joinActionItem } from '#lib/action-items/join.ts'
import { mergeActionItem } from '#lib/action-items/merge.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import { type SimilarItem, similarItems } from '#lib/action-items/similar.ts'
import { undoEdit } from '#lib/action-items/undo-edit.ts'
import { updateActionItem } from '#lib/action-items/update.ts'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { type FormState, NONCE_FIELD } from '#lib/form-state.ts'
import { PublicNumber } from '#lib/ids.ts'
import { MechanismCode } from '#lib/incidents/fact-schema.ts'
import { TITLE_MAX } from '#lib/text.ts'
import { readForm } from '#lib/web/form-data.ts'
import { limitedFor } from '#lib/web/limits.ts'
import { submit } from '#lib/web/submit.ts'

/**
 * "The same" makes no second item. Whoever has not seen what is very alike is asked once, which is how pages without
 * scripts show it at all.
 */
export async function propose(_: FormState, form: FormData): Promise<FormState> {
  const same = PublicNumber.safeParse(form.get('same'))
  const seen = form.has('anyway')
  if (same.success)
    return submit({
      command: joinActionItem,
      form: only(form, 'postmortem'),
      with: { number: same.data },
      onDone: toItem,
    })
  for (const name of ['same', 'anyway']) form.delete(name)
  if (!seen) {
    const similar = await lookForSimilar(String(form.get('title') ?? ''), String(form.get('mechanism') ?? ''))
    if (similar.some(({ isVeryAlike }) => isVeryAlike)) {
      const t = await getTranslations('actionItems.similar')
      return { message: t('question'), values: readForm(proposeActionItem.input, form).values, conflict: { similar } }
    }
  }
  return submit({ command: proposeActionItem, form, onDone: toItem })
}

/** While somebody types. What they send is only looked for, under their own policy. */
export async function lookForSimilar(title: string, mechanism: string): Promise<SimilarItem[]> {
  const context = await currentContext()
  if (typeof title !== 'string' || limitedFor(context.actor)) return []
  const code = MechanismCode.safeParse(mechanism)
  return read(context, (work) =>
    similarItems(work, { title: title.slice(0, TITLE_MAX), mechanism: code.success ? code.data : null }),
  )
}

function only(form: FormData, ...names: string[]): FormData {
  const kept = new FormData()
  for (const [name, value] of form) if (names.includes(name) || name === NONCE_FIELD) kept.append(name, value)
  return kept
}

export async function update(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updateActionItem, form, with: { number }, onDone: toItem })
}

export async function advance(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: advanceActionItem, form, with: { number }, onDone: toItem })
}

export async function advanceInList(number: number, back: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: advanceActionItem, form, with: { number }, onDone: () => backTo(back) })
}

export async function updateInList(number: number, back: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: updateActionItem, form, with: { number }, onDone: () => backTo(back) })
}

export async function editMany(back: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: editManyActionItems, form, onDone: ({ edit }) => backTo(back, edit) })
}

export async function undo(back: string, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: undoEdit, form, onDone: () => backTo(back) })
}

/** To the list as it was filtered. What a page bound can be written by whoever sends the form, so only its filters count. */
function backTo(back: string, changed?: string): string {
  const filters = new URLSearchParams(/\?.*$/.exec(back)?.[0] ?? '')
  for (const name of ['edit', 'focus', 'to', 'changed']) filters.delete(name)
  if (changed) filters.set('changed', changed)
  return `/action-items?${filters}`
}

export async function decide(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: decideActionItem, form, with: { number }, onDone: toItem })
}

export async function addEvidence(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: addItemEvidence, form, with: { number }, onDone: toItem })
}

export async function merge(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: mergeActionItem,
    form,
    with: { number },
    onDone: ({ commitment: { duplicateOf }, edit }) => (duplicateOf ? `${toItem(duplicateOf)}?changed=${edit}` : null),
  })
}

export async function undoMerge(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({ command: undoEdit, form, onDone: () => toItem({ number }) })
}

const toItem = ({ number }: { number: number }) => `/action-items/${number}`
