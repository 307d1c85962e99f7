import { deactivatePerson } from '#lib/accounts/deactivate.ts'
import { invitePerson } from '#lib/accounts/invite.ts'
import { getPerson, listPeople } from '#lib/accounts/queries.ts'
import { reactivatePerson } from '#lib/accounts/reactivate.ts'
import { ListPeopleInput, PersonInput, PersonOut } from '#lib/accounts/schema.ts'
import { updatePerson } from '#lib/accounts/update-person.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

export const people = route('/people', {
  GET: list({
    name: 'person.list',
    summary: 'Lists people by name.',
    scope: 'people:read',
    input: ListPeopleInput,
    item: PersonOut,
    run: listPeople,
  }),
  POST: endpoint(invitePerson, {
    created: ({ person }) => `/api/v1/people/${person.id}`,
    shownOnce: true,
    example: { name: 'Ada Moreau', email: 'ada@example.com', role: 'member' },
  }),
})

export const person = route('/people/{id}', {
  GET: get({
    name: 'person.get',
    summary: 'Gives one person with their teams.',
    scope: 'people:read',
    input: PersonInput,
    output: PersonOut,
    run: (work, { id }) => getPerson(work, id),
  }),
  PATCH: endpoint(updatePerson, { example: { title: 'Edge networking, Lisbon' } }),
})

export const deactivation = route('/people/{id}/deactivation', {
  PUT: endpoint(deactivatePerson),
  DELETE: endpoint(reactivatePerson),
})
