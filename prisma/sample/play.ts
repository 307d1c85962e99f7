import type { PersonActor } from '#lib/actor.ts'
import { grantAccess } from '#lib/grants/grant.ts'
import { recordIncident } from '#lib/incidents/record.ts'
import { amendPostmortem } from '#lib/postmortems/amend.ts'
import { draftPostmortem } from '#lib/postmortems/draft.ts'
import { editPostmortem } from '#lib/postmortems/edit.ts'
import { openMarks } from '#lib/postmortems/marks.ts'
import { publishPostmortem } from '#lib/postmortems/publish.ts'
import { requestReview } from '#lib/postmortems/request-review.ts'
import { retractPostmortem } from '#lib/postmortems/retract.ts'
import { decideReview } from '#lib/reviews/decide.ts'
import { factsOfStory, tellFacts } from './facts.ts'
import { tellItems } from './items.ts'
import { acting, type Scene } from './scene.ts'
import { daysAgo, type SampleIncident, type SamplePostmortem, type Start, type Story } from './schema.ts'
import { tellTimeline } from './timeline.ts'

const MINUTE = 60_000
const DAY = 1_440 * MINUTE

/** Tells stories through the product's own commands, at the times they happened, so that history reads as it would have. */
export function player(scene: Scene) {
  const { cast, today } = scene
  const { act } = acting(scene)
  const beginning = (start: Start) => {
    if (typeof start === 'string') return new Date(start)
    const day = new Date(today.getTime() - daysAgo(start, today) * DAY).toISOString().slice(0, 10)
    return new Date(`${day}T${start.time}:00Z`)
  }

  /** When it began, and who leads its write-up. */
  function castOf({ incident, postmortem }: Story) {
    const start = beginning(incident?.start ?? postmortem?.start ?? { daysAgo: 30, time: '12:00' })
    return { start, lead: postmortem ? cast.person(postmortem.lead) : cast.editorOf(incident?.team ?? '') }
  }

  /** The incident itself, with what is known of it. */
  async function record(story: Story): Promise<number | undefined> {
    const { file, incident, postmortem } = story
    return incident && tellIncident(incident, { ...castOf(story), file, postmortem })
  }

  /** What people made of it. */
  async function learn(story: Story, recorded: number | undefined): Promise<void> {
    const { postmortem, actionItems } = story
    const { start, lead } = castOf(story)
    const after = (days: number, minutes = 0) => new Date(start.getTime() + days * DAY + minutes * MINUTE)
    const written = postmortem && (await draft(story, postmortem, { incident: recorded, lead, after }))
    await tellItems(scene, actionItems, {
      ...{ began: start, postmortem: written, verifier: lead, after },
      proposed: (postmortem?.draftedAfterDays ?? 1) + 0.1,
      actorFor: (item) => (item.owner && postmortem ? lead : cast.editorOf(item.team)),
    })
    if (postmortem && written) await review(postmortem, { number: written, lead, after })
  }

  // Whoever records a restricted story has access from the start.
  const othersThan = (lead: PersonActor, keys: string[]) =>
    keys.filter((key) => cast.person(key).personId !== lead.personId)

  /** Which incident each story became, by the number its file begins with. */
  const numbers = new Map<string, number>()

  type Telling = { file: string; start: Date; lead: PersonActor; postmortem: SamplePostmortem | undefined }

  async function tellIncident(
    { start: _, milestones, impact, timeline, gathered, facts: told, ...facts }: SampleIncident,
    { file, start, lead, postmortem }: Telling,
  ): Promise<number> {
    const instant = (offset: number) => new Date(start.getTime() + offset * MINUTE).toISOString()
    const offsets = [...Object.values(milestones), ...timeline.map(({ at }) => at), ...impact.map(({ to }) => to ?? 0)]
    const at = new Date(start.getTime() + (Math.max(0, ...offsets) + 20) * MINUTE)
    const restricted =
      facts.visibility === 'restricted' ? { restrictedReason: postmortem?.restrictedReason ?? 'security' } : {}
    const more = told && factsOfStory(told, instant)
    const id = await act(lead, at, recordIncident, {
      ...facts,
      ...restricted,
      ...more,
      milestones: {
        ...Object.fromEntries(Object.entries(milestones).map(([name, offset]) => [camel(name), instant(offset)])),
        ...more?.milestones,
      },
      windows: impact.map(({ from, to, ...window }) => ({
        ...window,
        startedAt: instant(from),
        ...(to !== undefined && { endedAt: instant(to) }),
      })),
    })
    const recorded = await scene.db.incident.findUniqueOrThrow({
      where: { id },
      select: { number: true, version: true },
    })
    const { number } = recorded
    numbers.set(file.slice(0, 2), number)
    const { version } = told ? await tellFacts(scene, told, { recorded, lead, at, instant, numbers }) : recorded
    await tellTimeline(scene, { timeline, gathered, zone: facts.zone }, { number, version, lead, at, instant })
    for (const person of othersThan(lead, postmortem?.grants ?? []))
      if (facts.visibility === 'restricted')
        await act(lead, at, grantAccess, { record: 'incident', number, person: cast.person(person).personId })
    return number
  }

  type Writing = { incident: number | undefined; lead: PersonActor; after: (days: number, minutes?: number) => Date }

  async function draft(
    story: Story,
    { draftedAfterDays, grants, ...postmortem }: SamplePostmortem,
    { incident, lead, after }: Writing,
  ): Promise<number> {
    const { title, template, team, visibility, restrictedReason } = postmortem
    const id = await act(lead, after(draftedAfterDays), draftPostmortem, {
      ...{
        title,
        template,
        team,
        visibility,
        ...(incident && { incident }),
        ...(restrictedReason && { restrictedReason }),
      },
    })
    const { number, sections: begun } = await scene.db.postmortem.findUniqueOrThrow({
      where: { id },
      select: { number: true, sections: { select: { heading: true, key: true, body: true } } },
    })
    const keys = new Map(begun.map(({ heading, key }) => [heading, key]))
    const told = story.sections.map(({ heading, body }) => ({ key: keys.get(heading) ?? heading, body, version: 1 }))
    // What facts could say stays where the story says nothing; what they had to ask was answered or let go long ago.
    const asked = begun
      .filter(({ key, body }) => !told.some((section) => section.key === key) && openMarks(body).length > 0)
      .map(({ key }) => ({ key, body: '', version: 1 }))
    const sections = postmortem.state === 'draft' ? told : [...told, ...asked]
    await act(lead, after(draftedAfterDays, 95), editPostmortem, { number, sections })
    for (const person of othersThan(lead, grants))
      await act(lead, after(draftedAfterDays, 100), grantAccess, {
        record: 'postmortem',
        number,
        person: cast.person(person).personId,
      })
    return number
  }

  type Reviewing = { number: number; lead: PersonActor; after: (days: number, minutes?: number) => Date }

  async function review(postmortem: SamplePostmortem, { number, lead, after }: Reviewing): Promise<void> {
    const { reviewers, decisions, publishedAfterDays, publicationNote: note, amendment, retraction } = postmortem
    if (reviewers.length > 0)
      await act(lead, after(postmortem.reviewRequestedAfterDays ?? 2), requestReview, {
        number,
        reviewers: reviewers.map((key) => cast.person(key).personId),
      })
    for (const [index, { by, afterDays, verdict, note }] of decisions.entries())
      await act(cast.person(by), after(afterDays, 60 * (index + 1)), decideReview, { number, verdict, note })
    if (publishedAfterDays !== undefined)
      await act(lead, after(publishedAfterDays, 480), publishPostmortem, { number, ...(note && { note }) })
    if (amendment) {
      const sections = [{ key: amendment.section, version: 2, body: amendment.text }]
      await act(lead, after(amendment.afterDays), editPostmortem, { number, sections })
      await act(lead, after(amendment.afterDays, 10), amendPostmortem, { number, note: amendment.note })
    }
    if (retraction)
      await act(lead, after(retraction.afterDays), retractPostmortem, { number, reason: retraction.reason })
  }

  return { record, learn }
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
