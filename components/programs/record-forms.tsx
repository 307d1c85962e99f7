import { useTranslations } from 'next-intl'
import { PromiseFields } from '#components/action-items/promise-fields.tsx'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import { OpeningForm } from '#components/ui/opening-form.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { ActionItemOut } from '#lib/action-items/schema.ts'
import type { Option } from '#lib/options.ts'

type Handed = { item: ActionItemOut; people: Option[]; milestones: Option[]; action: FormAction }

/** What was handed to the program: taken in with what a promise needs, or given back with a reason. */
export function HandoverForms({ item, people, milestones, action }: Handed) {
  const t = useTranslations('programs.handover')
  return (
    <div className="mt-2 flex flex-col gap-1">
      <OpeningForm summary={t('take', { number: item.number })} action={action} submit={t('takeSubmit')}>
        <input type="hidden" name="accept" value="true" />
        <Select name="milestone" label={t('milestone')} options={milestones} />
        <PromiseFields item={item} people={people} />
      </OpeningForm>
      <OpeningForm
        summary={t('giveBack', { number: item.number })}
        action={action}
        submit={t('giveBackSubmit')}
        tone="plain"
      >
        <input type="hidden" name="accept" value="false" />
        <TextArea name="reason" label={t('reason')} required rows={2} maxLength={2000} />
      </OpeningForm>
    </div>
  )
}

type Waiting = { postmortems: { number: number; title: string }[]; action?: FormAction }

/** Published postmortems of its mechanisms that wait for an answer. */
export function WaitingPostmortems({ postmortems, action }: Waiting) {
  const t = useTranslations('programs.feeds')
  return (
    <ul className="flex flex-col divide-y divide-line">
      {postmortems.map(({ number, title }) => (
        <li key={number} className="flex flex-col gap-2 py-3 first:pt-0">
          <Link href={`/postmortems/${number}`} className="font-medium hover:underline">
            PM-{number} {title}
          </Link>
          {action && (
            <div className="flex flex-wrap items-start gap-4">
              <Form action={action} className="flex flex-col gap-2">
                <input type="hidden" name="postmortem" value={number} />
                <input type="hidden" name="answer" value="linked" />
                <div>
                  <Button type="submit">{t('take', { number })}</Button>
                </div>
              </Form>
              <OpeningForm summary={t('decline', { number })} action={action} submit={t('declineSubmit')} tone="plain">
                <input type="hidden" name="postmortem" value={number} />
                <input type="hidden" name="answer" value="declined" />
                <TextArea name="reason" label={t('reason')} required rows={2} maxLength={2000} />
              </OpeningForm>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** By number, because whoever takes a record in has just read it. */
export function LinkForm({ guides, action }: { guides: Option[]; action: FormAction }) {
  const t = useTranslations('programs.feeds')
  return (
    <OpeningForm summary={t('add')} action={action} submit={t('addSubmit')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="incident" inputMode="numeric" label={t('incident')} />
        <TextField name="postmortem" inputMode="numeric" label={t('postmortem')} />
        <Select name="guide" label={t('guide')} options={guides} placeholder="" />
      </div>
      <p className="text-sm text-muted">{t('oneOf')}</p>
    </OpeningForm>
  )
}

type Linked = { guides: Option[]; action?: FormAction }

/** How to do safely what the program is about. */
export function LinkedGuides({ guides, action }: Linked) {
  const t = useTranslations('programs.feeds')
  return (
    <ul className="flex flex-col gap-1">
      {guides.map(({ value, label }) => (
        <li key={value} className="flex flex-wrap items-center justify-between gap-2">
          <Link href={`/guides/${value}`} className="hover:underline">
            {label}
          </Link>
          {action && (
            <Form action={action}>
              <input type="hidden" name="guide" value={value} />
              <input type="hidden" name="answer" value="unlinked" />
              <Button type="submit" tone="quiet" size="small" aria-label={t('unlink', { title: label })}>
                {t('unlinkShort')}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}

export function AssignForm({ milestones, action }: { milestones: Option[]; action: FormAction }) {
  const t = useTranslations('programs.items')
  return (
    <OpeningForm summary={t('add')} action={action} submit={t('addSubmit')}>
      <TextField name="item" inputMode="numeric" label={t('number')} hint={t('numberHint')} required />
      <Select name="milestone" label={t('milestone')} options={milestones} />
    </OpeningForm>
  )
}
