import { addItemEvidence } from '#lib/action-items/add-evidence.ts'
import { advanceActionItem } from '#lib/action-items/advance.ts'
import { decideActionItem } from '#lib/action-items/decide.ts'
import { weighty } from '#lib/action-items/model.ts'
import { proposeActionItem } from '#lib/action-items/propose.ts'
import type { PersonActor } from '#lib/actor.ts'
import { addDays, localDate } from '#lib/time.ts'
import { acting, type Scene } from './scene.ts'
import type { SampleActionItem } from './schema.ts'

type Telling = {
  actorFor: (item: SampleActionItem) => PersonActor
  began: Date
  /** In days after it began. */
  proposed: number
  postmortem: number | undefined
  verifier: PersonActor
  after: (days: number, minutes?: number) => Date
}

/** Items as they went: proposed one after the other, and then each decided and brought forward for itself. */
export async function tellItems(scene: Scene, items: readonly SampleActionItem[], telling: Telling): Promise<void> {
  const { act } = acting(scene)
  const { actorFor, proposed, postmortem, after } = telling
  const ids: string[] = []
  for (const given of items) {
    const { owner, dueAfterDays: _, closed: __, risk: ___, declined: ____, steps: _____, ...item } = given
    const id = await act(actorFor(given), after(proposed), proposeActionItem, {
      ...item,
      ...(owner && { owner: scene.cast.person(owner).personId }),
      ...(postmortem && { postmortem }),
      dueOn: dueOn(given, telling),
    })
    ids.push(id)
  }
  const rows = await scene.db.actionItem.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } })
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  await Promise.all(
    items.map((item, index) => tellCourse(scene, item, { ...telling, number: numbers.get(ids[index] ?? '') })),
  )
}

const dueOn = ({ dueAfterDays }: SampleActionItem, { began }: Telling) => addDays(localDate(began, 'UTC'), dueAfterDays)

type Course = Telling & { number: number | undefined }

async function tellCourse(scene: Scene, item: SampleActionItem, telling: Course): Promise<void> {
  const { act } = acting(scene)
  const { cast } = scene
  const { owner, closed, risk, declined, steps } = item
  const { number, actorFor, proposed, verifier, after } = telling
  const actor = actorFor(item)
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
      until: addDays(dueOn(item, telling), risk.days),
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
