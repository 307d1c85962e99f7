import { getTranslations } from 'next-intl/server'
import { MeetingFields } from '#components/reviews/meeting-fields.tsx'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { plan } from './actions.ts'

type Props = { number: number; people: { id: string; name: string }[]; zone: string }

export async function PlanMeeting({ number, people, zone }: Props) {
  const t = await getTranslations('reviews')
  return (
    <div className="mt-3 print:hidden">
      <OpeningForm summary={t('plan')} action={plan.bind(null, number)} submit={t('planSubmit')} tone="plain">
        <MeetingFields people={people} zone={zone} />
      </OpeningForm>
    </div>
  )
}
