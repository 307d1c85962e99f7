import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SettingsFrame } from '#components/accounts/settings-frame.tsx'
import { Holidays } from '#components/review-rules/holidays.tsx'
import { RuleFields, RuleList } from '#components/review-rules/rule-list.tsx'
import { Form } from '#components/ui/form.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { optionsOf, slugOptions } from '#lib/options.ts'
import { can } from '#lib/policy/can.ts'
import { severityNames, shippedRules } from '#lib/review-rules/model.ts'
import { listHolidays, listRules } from '#lib/review-rules/queries.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'
import { dropHoliday, resetRule, saveHoliday, saveRule } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tab.review') }
}

export default async function ReviewSettingsPage() {
  const [t, context] = await Promise.all([getTranslations('reviewRules'), currentContext()])
  if (!can(context.actor, 'edit', 'organization').allowed) notFound()
  const { rules, holidays, teams } = await read(context, async (work) => ({
    rules: await listRules(work),
    holidays: await listHolidays(work),
    teams: await listTeamOptions(work),
  }))
  return (
    <SettingsFrame current="review" administers>
      <div className="flex max-w-3xl flex-col gap-6">
        <p className="text-muted">{t('intro')}</p>
        <Panel>
          <RuleList rules={rules} actions={{ save: saveRule, reset: resetRule }} />
        </Panel>
        <Panel title={t('add')}>
          <Form action={saveRule}>
            <Select name="severity" label={t('severity')} required options={optionsOf(severityNames)} />
            <Select name="team" label={t('team')} required placeholder={t('chooseTeam')} options={slugOptions(teams)} />
            <RuleFields rule={shippedRules.sev2} />
            <div>
              <SubmitButton>{t('save')}</SubmitButton>
            </div>
          </Form>
        </Panel>
        <Panel title={t('holidays')}>
          <Holidays holidays={holidays} teams={teams} actions={{ add: saveHoliday, remove: dropHoliday }} />
        </Panel>
      </div>
    </SettingsFrame>
  )
}
