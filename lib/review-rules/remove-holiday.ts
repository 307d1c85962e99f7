import { ORGANIZATION_ID } from '#lib/accounts/model.ts'
import { command } from '#lib/command.ts'
import { happened } from '#lib/events.ts'
import { can } from '#lib/policy/can.ts'
import { notFound, refuse } from '#lib/problem.ts'
import { presentHoliday } from './queries.ts'
import { HolidayOut, RemoveHolidayInput } from './schema.ts'

export const removeHoliday = command({
  name: 'organization.remove_holiday',
  summary: 'Removes a day from the list of holidays.',
  scope: 'admin:write',
  input: RemoveHolidayInput,
  output: HolidayOut,
  subject: async ({ db, actor }, { id }) => {
    const row = await db.holiday.findUnique({ where: { id }, include: { team: true } })
    // Whoever may not edit hears the same of every id.
    return row ?? (can(actor, 'edit', 'organization').allowed ? refuse(notFound) : null)
  },
  may: (actor) => can(actor, 'edit', 'organization'),
  async run({ db }, { subject: holiday }) {
    if (!holiday) return refuse(notFound)
    await db.holiday.deleteMany({ where: { id: holiday.id } })
    const value = presentHoliday(holiday)
    return {
      value,
      events: [
        happened('organization.holiday_removed', ORGANIZATION_ID, {
          on: value.on,
          name: value.name,
          team: value.team?.name ?? null,
        }),
      ],
    }
  },
})
