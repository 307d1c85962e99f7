import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MeetingFields } from '#components/reviews/meeting-fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { Id } from '#lib/ids.ts'
import { listActivePeople } from '#lib/people/queries.ts'
import { getWorkingText } from '#lib/postmortems/queries.ts'
import { meetingOutcomes } from '#lib/reviews/model.ts'
import { getMeeting } from '#lib/reviews/queries.ts'
import { formatInstant } from '#lib/time.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { callOff, saveMeeting } from '../../actions.ts'

type Props = { params: Promise<{ number: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('reviews'))('meetingTitle')} PM-${await numberIn(params)}` }
}

export default async function MeetingPage({ params }: Props) {
  const [t, list, context, number, { id: given }] = await Promise.all([
    getTranslations('reviews'),
    getTranslations('postmortems'),
    currentContext(),
    numberIn(params),
    params,
  ])
  const id = Id.safeParse(given)
  if (!id.success) notFound()
  const { meeting, people, title } = await show(context, async (work) => ({
    // Asks for the right to edit, so that everybody else finds no page here.
    title: (await getWorkingText(work, number)).row.title,
    meeting: (await getMeeting(work, { number, id: id.data })).meeting,
    people: await listActivePeople(work),
  }))
  const save = saveMeeting.bind(null, number, meeting.id)
  const version = <input type="hidden" name="version" value={meeting.version} />
  return (
    <>
      <PageHeader
        title={t('meetingTitle')}
        description={`${title} · ${formatInstant(new Date(meeting.startsAt), meeting.zone)}`}
        crumbs={[
          { href: '/postmortems', label: list('heading') },
          { href: `/postmortems/${number}/review`, label: `PM-${number}` },
        ]}
      />
      <div className="flex max-w-3xl flex-col gap-6">
        <Panel title={t('record')}>
          <Form action={save}>
            {version}
            <Select
              name="outcome"
              label={t('outcomeLabel')}
              placeholder={t('notHeld')}
              defaultValue={meeting.outcome ?? ''}
              options={(Object.keys(meetingOutcomes) as (keyof typeof meetingOutcomes)[]).map((outcome) => ({
                value: outcome,
                label: t(outcome),
              }))}
            />
            <TextArea
              name="notes"
              label={t('notes')}
              hint={t('notesHint')}
              defaultValue={meeting.notes}
              rows={8}
              maxLength={20000}
            />
            <div>
              <SubmitButton>{t('saveMeeting')}</SubmitButton>
            </div>
          </Form>
        </Panel>
        <Panel title={t('whenWho')}>
          <Form action={save}>
            {version}
            <MeetingFields people={people} zone={meeting.zone} meeting={meeting} />
            <div>
              <SubmitButton tone="plain">{t('saveMeeting')}</SubmitButton>
            </div>
          </Form>
        </Panel>
        {!meeting.outcome && (
          <Panel title={t('cancelMeeting')}>
            <Form action={callOff.bind(null, number, meeting.id)}>
              <TextArea name="reason" label={t('cancelReason')} rows={2} maxLength={2000} required />
              <div>
                <SubmitButton tone="danger">{t('cancelMeeting')}</SubmitButton>
              </div>
            </Form>
          </Panel>
        )}
      </div>
    </>
  )
}
