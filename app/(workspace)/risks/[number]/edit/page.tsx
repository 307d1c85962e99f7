import { getTranslations } from 'next-intl/server'
import { RiskFields } from '#components/risks/risk-fields.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Conflict, VersionField } from '#components/ui/conflict.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getRisk } from '#lib/risks/queries.ts'
import { getRiskStanding } from '#lib/risks/standing.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { workChoices } from '../../../choices.ts'
import { update } from '../../actions.ts'

export default async function EditRiskPage({ params }: { params: Promise<{ number: string }> }) {
  const [t, context, number] = await Promise.all([getTranslations('risks'), currentContext(), numberIn(params)])
  const { risk, standing, choices } = await show(context, async (work) => ({
    risk: await getRisk(work, number),
    standing: await getRiskStanding(work, number),
    choices: await workChoices(work),
  }))
  const may = standing.update
  const base = `/risks/${number}`
  const compared = ['component', 'layer', 'domain', 'redundancy', 'impact', 'likelihood', 'detectability'] as const
  return (
    <>
      <PageHeader
        title={t('edit.title')}
        crumbs={[
          { href: '/risks', label: t('title') },
          { href: base, label: `RSK-${number} ${risk.component}` },
        ]}
      />
      <Form action={update.bind(null, number)} className="flex max-w-2xl flex-col gap-5">
        {!may.allowed && <Callout tone="warn">{may.reason}</Callout>}
        <VersionField version={risk.version} />
        <Conflict
          text={{
            ...{ title: t('conflict.title'), theirs: t('conflict.theirs'), yours: t('conflict.yours') },
            nothing: t('conflict.nothing'),
          }}
          compared={compared.map((name) => ({ name, label: t(`form.${name}`), path: name }))}
        />
        <RiskFields risk={risk} choices={choices} />
        <div className="flex gap-2">
          <SubmitButton aria-disabled={!may.allowed}>{t('edit.submit')}</SubmitButton>
          <LinkButton href={base} tone="quiet">
            {t('edit.cancel')}
          </LinkButton>
        </div>
      </Form>
    </>
  )
}
