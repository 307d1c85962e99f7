import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { slugOptions } from '#lib/options.ts'
import type { HolidayOut } from '#lib/review-rules/schema.ts'
import { formatDate } from '#lib/time.ts'

type Props = {
  holidays: HolidayOut[]
  teams: { slug: string; name: string }[]
  actions: { add: FormAction; remove: FormAction }
}

export function Holidays({ holidays, teams, actions }: Props) {
  const t = useTranslations('reviewRules')
  return (
    <div className="flex flex-col gap-5">
      <p className="text-muted">{t('holidaysIntro')}</p>
      {holidays.length === 0 && <p>{t('noHolidays')}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {holidays.map(({ id, on, name, team }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span>
              {formatDate(on)} · {name} · {team?.name ?? t('everybody')}
            </span>
            <Form action={actions.remove} className="contents">
              <input type="hidden" name="id" value={id} />
              <SubmitButton tone="quiet" size="small" aria-label={t('removeHoliday', { name, day: formatDate(on) })}>
                {t('remove')}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      <Form action={actions.add}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="on" label={t('day')} type="date" required />
          <TextField name="name" label={t('name')} required maxLength={100} />
        </div>
        <Select name="team" label={t('forTeam')} placeholder={t('everybody')} options={slugOptions(teams)} />
        <div>
          <SubmitButton tone="plain">{t('addHoliday')}</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
