import { z } from 'zod'
import { moveTemplate } from '#lib/postmortems/move-template.ts'
import { getMissing } from '#lib/postmortems/picture.ts'
import { recordNearMiss } from '#lib/postmortems/record-near-miss.ts'
import { CompletenessOut, GetPostmortemInput, SuggestionsOut } from '#lib/postmortems/schema.ts'
import { getSuggestions } from '#lib/postmortems/suggested.ts'
import { createTemplate } from '#lib/templates/create.ts'
import { deactivateTemplate } from '#lib/templates/deactivate.ts'
import { presentTemplate } from '#lib/templates/present.ts'
import { getVersion, listTemplates } from '#lib/templates/queries.ts'
import { reactivateTemplate } from '#lib/templates/reactivate.ts'
import { returnToShipped } from '#lib/templates/return-to-shipped.ts'
import { saveTemplate } from '#lib/templates/save.ts'
import { GetTemplateInput, GetTemplateVersionInput, Template, TemplateOut } from '#lib/templates/schema.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

const created = ({ key }: { key: string }) => `/api/v1/templates/${key}`

export const templates = route('/templates', {
  GET: list({
    name: 'template.list',
    summary: 'Lists the templates a postmortem can be begun from, with their sections.',
    scope: 'postmortems:read',
    input: z.strictObject({}),
    item: Template,
    run: async (work) => ({ items: await listTemplates(work), nextCursor: null }),
  }),
  POST: endpoint(createTemplate, { created, example: { name: 'Payments', from: 'classic' } }),
})

export const template = route('/templates/{key}', {
  GET: get({
    name: 'template.get',
    summary: 'Gives the version of a template that counts now, and what was decided about it before.',
    scope: 'postmortems:read',
    input: GetTemplateInput,
    output: TemplateOut,
    run: (work, { key }) => presentTemplate(work, key),
  }),
})

export const versions = route('/templates/{key}/versions', {
  POST: endpoint(saveTemplate, {
    created,
    example: {
      seen: 0,
      note: 'Ask for the runbook that was used',
      name: 'Light',
      review: 'optional',
      sections: [
        {
          key: 'what',
          heading: 'What happened',
          prompt: 'What happened, or nearly happened?',
          needs: { sev3: 'review' },
        },
      ],
    },
  }),
})

export const version = route('/templates/{key}/versions/{origin}/{version}', {
  GET: get({
    name: 'template.get_version',
    summary: 'Gives one version of a template as it was.',
    scope: 'postmortems:read',
    input: GetTemplateVersionInput,
    output: Template,
    run: getVersion,
  }),
})

export const shipped = route('/templates/{key}/shipped', {
  PUT: endpoint(returnToShipped, { example: { note: 'The new shipped version has our questions.' } }),
})

export const deactivation = route('/templates/{key}/deactivation', {
  PUT: endpoint(deactivateTemplate, { example: { reason: 'Nobody used it for a year.' } }),
  DELETE: endpoint(reactivateTemplate),
})

export const templateOfPostmortem = route('/postmortems/{number}/template', {
  PUT: endpoint(moveTemplate, { example: { template: 'edge' } }),
})

export const nearMisses = route('/near-misses', {
  POST: endpoint(recordNearMiss, {
    created: ({ number }) => `/api/v1/postmortems/${number}`,
    example: {
      title: 'A purge for staging almost ran in production',
      team: 'edge',
      answers: [{ key: 'what', body: 'The tool asked for the environment twice, and the second answer differed.' }],
    },
  }),
})

export const completeness = route('/postmortems/{number}/completeness', {
  GET: get({
    name: 'postmortem.get_completeness',
    summary: 'Lists what is missing before review and before publication, why it matters and where to mend it.',
    scope: 'postmortems:read',
    input: GetPostmortemInput,
    output: CompletenessOut,
    run: (work, { number }) => getMissing(work, number),
  }),
})

export const suggestions = route('/postmortems/{number}/suggestions', {
  GET: get({
    name: 'postmortem.get_suggestions',
    summary: 'Lists earlier incidents like this one and action items that might have prevented it, each with why.',
    scope: 'postmortems:read',
    input: GetPostmortemInput,
    output: SuggestionsOut,
    run: (work, { number }) => getSuggestions(work, number),
  }),
})
