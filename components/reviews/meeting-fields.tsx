import { useTranslations } from 'next-intl'
import { ZoneField } from '#components/accounts/zone-field.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { personOptions } from '#lib/options.ts'
import { meetingRoles } from '#lib/reviews/model.ts'
import type { MeetingOut } from '#lib/reviews/schema.ts'
import { clearWallOf } from '#lib/wall-clock.ts'

type Props = { people: { id: string; name: string }[]; zone: string; meeting?: MeetingOut }

/** As many rows as people named, and some to add to; an empty row is nobody. */
const SPARE_ROWS = 3
const FIRST_ROWS = 6

export function MeetingFields({ people, zone, meeting }: Props) {
  const t = useTranslations('reviews')
  const theirs = meeting?.zone ?? zone
  const named = meeting?.attendees ?? []
  const rows = Array.from({ length: Math.max(FIRST_ROWS, named.length + SPARE_ROWS) }, (_, index) => named[index])
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="startsAt"
          label={t('starts')}
          type="datetime-local"
          required
          defaultValue={meeting ? clearWallOf(new Date(meeting.startsAt), theirs).slice(0, 16) : undefined}
        />
        <TextField
          name="minutes"
          label={t('minutes')}
          type="number"
          min={5}
          max={480}
          required
          defaultValue={String(meeting?.minutes ?? 60)}
        />
        <ZoneField name="zone" label={t('zone')} defaultValue={theirs} />
        <TextField name="place" label={t('place')} maxLength={200} defaultValue={meeting?.place} />
      </div>
      <fieldset className="flex flex-col gap-3">
        <legend className="font-medium">{t('attendees')}</legend>
        {rows.map((attendee, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form are their place.
          <div key={index} className="grid gap-3 sm:grid-cols-[1fr_12rem]">
            <Select
              name={`attendees.${index}.person`}
              label={t('attendee', { number: index + 1 })}
              placeholder={t('nobodyChosen')}
              defaultValue={attendee?.person.id}
              options={personOptions(people)}
            />
            <Select
              name={`attendees.${index}.role`}
              label={t('role')}
              placeholder=""
              defaultValue={attendee?.role ?? ''}
              options={(Object.keys(meetingRoles) as (keyof typeof meetingRoles)[]).map((role) => ({
                value: role,
                label: t(role),
              }))}
            />
          </div>
        ))}
      </fieldset>
    </>
  )
}
