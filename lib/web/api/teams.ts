import { createTeam } from '#lib/teams/create.ts'
import { getTeam, listTeams } from '#lib/teams/queries.ts'
import { ListTeamsInput, TeamInput, TeamOut, TeamWithMembersOut } from '#lib/teams/schema.ts'
import { setTeamMember } from '#lib/teams/set-member.ts'
import { updateTeam } from '#lib/teams/update.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

export const teams = route('/teams', {
  GET: list({
    name: 'team.list',
    summary: 'Lists teams by their short name.',
    scope: 'people:read',
    input: ListTeamsInput,
    item: TeamOut,
    run: listTeams,
  }),
  POST: endpoint(createTeam, {
    created: ({ slug }) => `/api/v1/teams/${slug}`,
    example: { name: 'Edge', zone: 'Europe/Lisbon' },
  }),
})

export const team = route('/teams/{slug}', {
  GET: get({
    name: 'team.get',
    summary: 'Gives one team with its members.',
    scope: 'people:read',
    input: TeamInput,
    output: TeamWithMembersOut,
    run: (work, { slug }) => getTeam(work, slug),
  }),
  PATCH: endpoint(updateTeam, { example: { description: 'Everything between the resolvers and the caches.' } }),
})

export const member = route('/teams/{slug}/members/{person}', {
  PUT: endpoint(setTeamMember, { example: { role: 'editor' } }),
  DELETE: endpoint(setTeamMember, { with: { role: 'none' }, as: 'team.remove_member' }),
})
