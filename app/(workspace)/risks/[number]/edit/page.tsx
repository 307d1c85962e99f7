import { getTranslations } from 'next-intl/server'
import { RiskFields } from '#components/risks/risk-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
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
      <RecordForm
        action={update.bind(null, number)}
        may={may}
        version={risk.version}
        compared={compared.map((name) => ({ name, label: t(`form.${name}`), path: name }))}
        submit={t('edit.submit')}
        backHref={base}
      >
        <RiskFields risk={risk} choices={choices} />
      </RecordForm>
    </>
  )
}
