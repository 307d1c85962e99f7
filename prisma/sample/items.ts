import { addItemEvidence } from '#lib/action-items/add-evidence.ts'
import { advanceActionItem } from '#lib/action-items/advance.ts'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { weighty } from '#lib/action-items/model.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import type { PersonActor } from '#lib/actor.ts'
import { addDays } from '#lib/time.ts'
import { acting, type Scene } from './scene.ts'
import type { SampleActionItem } from './schema.ts'

type Proposing = {
  actor: PersonActor
  proposed: number
  dueOn: string
  postmortem: number | undefined
  verifier: PersonActor
  after: (days: number, minutes?: number) => Date
}

/** An item as it went: proposed, decided, and then its steps. */
export async function tellItem(scene: Scene, given: SampleActionItem, proposing: Proposing): Promise<void> {
  const { act } = acting(scene)
  const { cast } = scene
  const { owner, dueAfterDays: _, closed, risk, declined, steps, ...item } = given
  const { actor, proposed, dueOn, postmortem, verifier, after } = proposing
  const id = await act(actor, after(proposed), proposeActionItem, {
    ...item,
    ...(owner && { owner: cast.person(owner).personId }),
    ...(postmortem && { postmortem }),
    dueOn,
  })
  const { number } = await scene.db.actionItem.findUniqueOrThrow({ where: { id }, select: { number: true } })
  if (declined) {
    await act(actor, after(declined.afterDays), decideActionItem, { number, to: 'declined', reason: declined.reason })
    return
  }
  const person = owner ? cast.person(owner) : cast.editorOf(item.team)
  const doneWhen = item.doneWhen || 'Two people have looked at it and agree.'
  const decided = { number, to: 'accepted', owner: person.personId, doneWhen }
  await act(actor, after(proposed, 20), decideActionItem, decided)
  if (risk)
    await act(actor, after(risk.afterDays), decideActionItem, {
      ...{ number, to: 'risk_accepted', reason: risk.reason, approver: cast.person(risk.approver).personId },
      until: addDays(dueOn, risk.days),
    })
  if (closed) {
    const { afterDays, outcome, note } = closed
    if (outcome === 'done') {
      await act(person, after(afterDays), addItemEvidence, { number, kind: 'test', note })
      if (weighty(item))
        await act(person, after(afterDays, 10), advanceActionItem, { number, to: 'in_verification', note: '' })
    }
    const others = [verifier, cast.editorOf(item.team), cast.person('mateus')].filter(
      (each) => each.personId !== person.personId,
    )
    const to = outcome === 'done' ? 'verified' : 'dropped'
    const by = weighty(item) ? (others[0] ?? actor) : person
    await act(by, after(afterDays, 60), advanceActionItem, { number, to, note })
  }
  for (const { afterDays, ...step } of steps)
    await act(person, after(afterDays), advanceActionItem, { number, ...step })
}
