import { z } from 'zod'
import { read } from '#lib/context.ts'
import { answerGuide } from '#lib/guides/answer.ts'
import { closeProposal } from '#lib/guides/close-proposal.ts'
import { flagGuide } from '#lib/guides/flag.ts'
import { proposeChange } from '#lib/guides/propose-change.ts'
import {
  GetGuideInput,
  GetProposalInput,
  GuideListed,
  GuideOut,
  ListGuidesInput,
  ProposalOut,
} from '#lib/guides/schema.ts'
import { getGuideTalk, getProposal, listGuidesWithState } from '#lib/guides/talk.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'
import { disposition, stream } from '../stream.ts'

export const guides = route('/guides', {
  GET: list({
    name: 'guide.list',
    summary: 'Lists the guides in reading order, with whether each is current, due, overdue or contested.',
    scope: 'guides:read',
    input: ListGuidesInput,
    item: GuideListed,
    run: listGuidesWithState,
  }),
})

export const guide = route('/guides/{guide}', {
  GET: get({
    name: 'guide.get',
    summary: 'Gives one guide with its text, the flags, the answers and the proposed changes.',
    scope: 'guides:read',
    input: GetGuideInput,
    output: GuideOut,
    run: (work, { guide }) => getGuideTalk(work, guide),
  }),
})

export const flags = route('/guides/{guide}/flags', {
  POST: endpoint(flagGuide, {
    example: { text: 'It asks for ten minutes of bake time; this fault needed forty.', incident: 7 },
  }),
})

export const flagAnswer = route('/guides/{guide}/flags/{flag}/answer', {
  PUT: endpoint(answerGuide, {
    as: 'guide.answer_flag',
    example: { verdict: 'stands', reason: 'The bake time is for canaries; this was a full rollout.' },
  }),
})

export const confirmations = route('/guides/{guide}/answers', {
  POST: endpoint(answerGuide, {
    example: { verdict: 'stands', reason: 'Read again after the drill.', until: '2027-01-15', exercise: 3 },
  }),
})

export const proposals = route('/guides/{guide}/proposals', {
  POST: endpoint(proposeChange, {
    example: { summary: 'Ask for forty minutes of bake time', text: '---\ntitle: …', version: '9f2c1e07a4b35d68' },
  }),
})

export const proposal = route('/guides/{guide}/proposals/{number}', {
  GET: get({
    name: 'guide.get_proposal',
    summary: 'Gives one proposed change with its patch.',
    scope: 'guides:read',
    input: GetProposalInput,
    output: ProposalOut,
    run: (work, { guide, number }) => getProposal(work, guide, number),
  }),
})

export const patch = route('/guides/{guide}/proposals/{number}/patch', {
  GET: stream({
    name: 'guide.get_patch',
    summary: 'Gives a proposed change as a file that "git apply" takes.',
    scope: 'guides:read',
    input: GetProposalInput,
    output: z.string(),
    media: ['text/x-diff'],
    async run(context, { guide, number }) {
      const { patch } = await read(context, (work) => getProposal(work, guide, number))
      return {
        body: patch,
        headers: {
          'content-type': 'text/x-diff; charset=utf-8',
          'content-disposition': disposition(`${guide}-${number}.patch`),
        },
      }
    },
  }),
})

export const closing = route('/guides/{guide}/proposals/{number}/closing', {
  PUT: endpoint(closeProposal, { example: { outcome: 'declined', reason: 'The next release brings its own text.' } }),
})
