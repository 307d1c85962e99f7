import { getTranslations } from 'next-intl/server'
import { Callout } from '#components/ui/callout.tsx'
import { CheckboxGroup } from '#components/ui/checkbox.tsx'
import { Form } from '#components/ui/form.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { PersonOption } from '#lib/people/queries.ts'
import type { PostmortemOut } from '#lib/postmortems/schema.ts'
import type { Standing } from '#lib/postmortems/standing.ts'
import { askForReview } from '../actions.ts'
import { MissingPanel } from '../missing-panel.tsx'

type Props = { postmortem: PostmortemOut; standing: Standing; people: PersonOption[] }

/** Whom to ask: those asked before are ticked, since it is their points that were answered. */
export async function AskPanel({ postmortem: { number, lead, reviews }, standing, people }: Props) {
  const t = await getTranslations('postmortems.review')
  const [latest] = reviews
  const before = new Set(latest?.reviewers.map(({ id }) => id))
  if (!standing.requestReview.allowed) return <Callout tone="neutral">{standing.requestReview.reason}</Callout>
  return (
    <>
      <MissingPanel number={number} stage="review" />
      <Panel title={latest ? t('again') : t('ask')}>
        <Form action={askForReview.bind(null, number)}>
          <p className="text-muted">{t('askHint')}</p>
          <CheckboxGroup
            name="reviewers"
            label={t('reviewers')}
            hint={t('reviewersHint')}
            choices={people
              .filter(({ id }) => id !== lead.id)
              .map(({ id, name, title }) => ({ value: id, label: name, hint: title, defaultChecked: before.has(id) }))}
          />
          <div>
            <SubmitButton>{t('submit')}</SubmitButton>
          </div>
        </Form>
      </Panel>
    </>
  )
}
