import { getTranslations } from 'next-intl/server'
import { MeetingFields } from '#components/reviews/meeting-fields.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { plan } from './actions.ts'

type Props = { number: number; people: { id: string; name: string }[]; zone: string }

export async function PlanMeeting({ number, people, zone }: Props) {
  const t = await getTranslations('reviews')
  return (
    <div className="mt-3 print:hidden">
      <Disclosure summary={t('plan')}>
        <Form action={plan.bind(null, number)}>
          <MeetingFields people={people} zone={zone} />
          <div>
            <SubmitButton tone="plain">{t('planSubmit')}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </div>
  )
}
