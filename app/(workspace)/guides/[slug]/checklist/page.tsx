import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ChecklistList } from '#components/checklists/checklist-list.tsx'
import { OwnChecklist } from '#components/guides/own-checklist.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { Select } from '#components/ui/select.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { listChecklists } from '#lib/checklists/queries.ts'
import { can } from '#lib/policy/can.ts'
import { show } from '#lib/web/show.ts'
import { start } from '../../../checklist-actions.ts'
import { serviceChoices } from '../../../choices.ts'
import { guideIn, type Params } from '../../guide-in.ts'

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const [t, { title }] = await Promise.all([getTranslations('guides.checklist'), guideIn(params)])
  return { title: `${t('title')}: ${title}` }
}

export default async function GuideChecklistPage({ params }: { params: Params }) {
  const [t, context, guide] = await Promise.all([getTranslations('guides'), currentContext(), guideIn(params)])
  const { slug, title, checklist } = guide
  if (checklist.length === 0) notFound()
  const { services, started } = await show(context, async (work) => ({
    services: await serviceChoices(work),
    started: (await listChecklists(work, { guide: slug, state: 'all', limit: 50 })).items,
  }))
  return (
    <>
      <PageHeader
        title={`${t('checklist.title')}: ${title}`}
        description={t('checklist.about')}
        crumbs={[
          { href: '/guides', label: t('title') },
          { href: `/guides/${slug}`, label: title },
        ]}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Panel title={t('checklist.own')}>
          <OwnChecklist
            slug={slug}
            items={checklist}
            counts={[null, ...checklist].map((_, done) => t('checklist.done', { done, items: checklist.length }))}
            reset={t('checklist.reset')}
          />
        </Panel>
        <div className="flex flex-col gap-5 print:hidden">
          <Panel title={t('checklist.start')}>
            <p className="mb-4 text-muted">{t('checklist.startAbout')}</p>
            <RecordForm
              action={start.bind(null, slug)}
              may={can(context.actor, 'create', 'checklist')}
              submit={t('checklist.submit')}
              className="flex flex-col gap-4"
            >
              <Select name="service" label={t('checklist.service')} options={services} placeholder="" required />
            </RecordForm>
          </Panel>
          <Panel title={t('checklist.running')}>
            <ChecklistList checklists={started} none={t('checklist.none')} />
          </Panel>
        </div>
      </div>
    </>
  )
}
