import { ORGANIZATION_ID } from '#lib/accounts/model.ts'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { dateFromLocal } from '#lib/time.ts'
import { lockRules, teamOf } from './place.ts'
import { presentHoliday } from './queries.ts'
import { AddHolidayInput, HolidayOut } from './schema.ts'

export const addHoliday = command({
  name: 'organization.add_holiday',
  summary: 'Adds a day that is no business day, for everybody or for one team.',
  scope: 'admin:write',
  input: AddHolidayInput,
  output: HolidayOut,
  subject: lockRules,
  may: (actor) => can(actor, 'edit', 'organization'),
  async run(work, { input: { on, name, team: slug } }) {
    const team = await teamOf(work, slug)
    const row = { id: newId(work.now), on: dateFromLocal(on), name, teamId: team?.id ?? null }
    await work.db.holiday.createMany({ data: row })
    return {
      value: presentHoliday({ ...row, team }),
      events: [happened('organization.holiday_added', ORGANIZATION_ID, { on, name, team: team?.name ?? null })],
    }
  },
})
