import { newId } from '#lib/ids.ts'
import type { Visibility } from '#prisma/client/enums.ts'
import { type Hanging, hanging, stageHanging } from './stage-reviews.ts'
import { type Db, eventRow, FIRST_NUMBER, grantRows, reasonOf, type Staged } from './stage-rows.ts'
import { stageTalk } from './stage-talk.ts'
import { type Name, NOW, type World } from './world.ts'

/** One postmortem to put on the stage, by what the policy asks about it. */
export type PostmortemShape = {
  visibility: Visibility
  team: 'edge' | 'control'
  lead: Name
  reviewers: readonly Name[]
  granted: readonly Name[]
  phase: 'written' | 'published' | 'retracted'
}

export type StagedPostmortem = Staged & {
  shape: PostmortemShape
  reviewId: string | null
  /** The frozen texts: the first is published where something is, the last waits for an amendment. */
  revisionIds: [string, string]
  publicationId: string | null
  /** What reviewing leaves at a postmortem. */
  hanging: Hanging
}

/** Postmortems with everything that hangs on one, written as the owner: commands would not let most of these happen. */
export async function stagePostmortems(
  db: Db,
  cast: World,
  shapes: readonly PostmortemShape[],
): Promise<StagedPostmortem[]> {
  const staged = shapes.map((shape, index): StagedPostmortem => {
    const { visibility, team, lead, reviewers, phase } = shape
    return {
      ...{ shape, id: newId(NOW), number: FIRST_NUMBER + index, visibility },
      ...{ teamId: cast.teamIds[team], leadId: cast.personIds[lead] },
      reviewerIds: reviewers.map((name) => cast.personIds[name]),
      grants: shape.granted.map((name) => ({ personId: cast.personIds[name] })),
      reviewId: reviewers.length > 0 ? newId(NOW) : null,
      revisionIds: [newId(NOW), newId(NOW)],
      publicationId: phase === 'written' ? null : newId(NOW),
      publishedAt: phase === 'written' ? null : NOW,
      hanging: hanging(),
    }
  })
  await db.postmortem.createMany({
    data: staged.map(({ id, number, shape: { visibility, team, lead } }) => ({
      ...{ id, number, title: `Staged ${number}`, template: 'classic', templateVersion: 1, visibility },
      ...{ restrictedReason: reasonOf(visibility), teamId: cast.teamIds[team], leadId: cast.personIds[lead] },
      ...{ createdAt: NOW, updatedAt: NOW },
    })),
  })
  await stageTexts(db, staged)
  await stageReviews(db, staged)
  await stageHanging(db, cast, staged)
  await db.grant.createMany({
    data: staged.flatMap(({ id, shape }) => grantRows(shape.granted, cast, { postmortemId: id })),
  })
  await db.event.createMany({ data: staged.map(({ id }) => eventRow('postmortem.drafted', 'postmortem', id)) })
  await db.event.createMany({
    data: staged.map(({ id }) => eventRow('postmortem.access_granted', 'postmortem', id, { breakGlass: true })),
  })
  await db.event.createMany({ data: staged.map(({ id }) => eventRow('hint.dismissed', 'hint', id)) })
  await stageTalk(db, cast, staged)
  await db.event.createMany({
    data: staged.map(({ hanging: { threadId } }) => eventRow('comment.started', 'comment', threadId)),
  })
  return staged
}

async function stageTexts(db: Db, staged: readonly StagedPostmortem[]): Promise<void> {
  await db.section.createMany({
    data: staged.flatMap(({ id }) =>
      SECTIONS.map((key, position) => ({
        ...{ postmortemId: id, key, position, heading: key, body: 'See https://graphs.example/1.', updatedAt: NOW },
      })),
    ),
  })
  await db.revision.createMany({
    data: staged.flatMap(({ id, number, revisionIds }) =>
      revisionIds.map((revisionId, index) => ({
        ...{ id: revisionId, postmortemId: id, ordinal: index + 1, createdAt: NOW },
        content: {
          title: `Staged ${number}`,
          sections: SECTIONS.map((key) => ({ key, heading: key, body: `Words ${index}.` })),
          incident: null,
        },
      })),
    ),
  })
  const published = staged.filter(({ publicationId }) => publicationId !== null)
  await db.publication.createMany({
    data: published.map(({ id, revisionIds, publicationId }) => ({
      ...{ id: publicationId ?? '', postmortemId: id, revisionId: revisionIds[0], publishedAt: NOW },
    })),
  })
  await db.retraction.createMany({
    data: published
      .filter(({ shape }) => shape.phase === 'retracted')
      .map(({ publicationId }) => ({ publicationId: publicationId ?? '', retractedAt: NOW, reason: 'It was wrong.' })),
  })
}

/** What the classic template asks for, so that a review may be requested of it. */
const SECTIONS = ['summary', 'impact', 'trigger', 'factors', 'defences', 'mitigation', 'lessons']

async function stageReviews(db: Db, staged: readonly StagedPostmortem[]): Promise<void> {
  const reviews = staged.flatMap((row) => (row.reviewId ? [{ ...row, reviewId: row.reviewId }] : []))
  await db.review.createMany({
    data: reviews.map(({ id, reviewId, revisionIds }) => ({
      ...{ id: reviewId, postmortemId: id, revisionId: revisionIds[1], requestedAt: NOW },
    })),
  })
  const asked = reviews.flatMap(({ reviewId, reviewerIds = [] }) =>
    reviewerIds.map((personId) => ({ reviewId, personId })),
  )
  await db.reviewer.createMany({ data: asked })
  await db.reviewDecision.createMany({
    data: asked.map(({ reviewId, personId }) => ({
      ...{ id: newId(NOW), reviewId, personId, verdict: 'ask_for_changes' as const, note: 'More.', decidedAt: NOW },
    })),
  })
}
