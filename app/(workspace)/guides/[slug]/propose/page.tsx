import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getGuideSource } from '#lib/guides/queries.ts'
import { GUIDE_MAX } from '#lib/guides/schema.ts'
import { can } from '#lib/policy/can.ts'
import { TITLE_MAX } from '#lib/text.ts'
import { propose } from '../../actions.ts'
import { guideIn, type Params } from '../../guide-in.ts'

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const [t, { title }] = await Promise.all([getTranslations('guides.proposal'), guideIn(params)])
  return { title: `${t('title')}: ${title}` }
}

export default async function ProposeChangePage({ params }: { params: Params }) {
  const [t, context, guide] = await Promise.all([getTranslations('guides'), currentContext(), guideIn(params)])
  const { source, version } = (await getGuideSource(guide.slug)) ?? notFound()
  const href = `/guides/${guide.slug}`
  return (
    <>
      <PageHeader
        title={t('proposal.title')}
        description={t('proposal.about', { owner: guide.owner })}
        crumbs={[
          { href: '/guides', label: t('title') },
          { href, label: guide.title },
        ]}
      />
      <RecordForm
        action={propose.bind(null, guide.slug)}
        may={can(context.actor, 'propose', 'guide')}
        submit={t('proposal.submit')}
        backHref={href}
        className="flex max-w-4xl flex-col gap-5"
      >
        <input type="hidden" name="version" value={version} />
        <TextField
          name="summary"
          label={t('proposal.summary')}
          hint={t('proposal.summaryHint')}
          maxLength={TITLE_MAX}
          required
        />
        <TextArea
          name="text"
          label={t('proposal.text')}
          defaultValue={source}
          rows={30}
          maxLength={GUIDE_MAX}
          spellCheck
          className="font-mono text-sm"
          required
        />
      </RecordForm>
    </>
  )
}
