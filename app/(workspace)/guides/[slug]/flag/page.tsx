import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RecordForm } from '#components/ui/record-form.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { PublicNumber } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { NOTE_MAX } from '#lib/text.ts'
import { flag } from '../../actions.ts'
import { guideIn, type Params } from '../../guide-in.ts'

type Props = { params: Params; searchParams: Promise<{ incident?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { title }] = await Promise.all([getTranslations('guides.flag'), guideIn(params)])
  return { title: `${t('title')}: ${title}` }
}

export default async function FlagGuidePage({ params, searchParams }: Props) {
  const [t, context, guide] = await Promise.all([getTranslations('guides'), currentContext(), guideIn(params)])
  const incident = PublicNumber.safeParse((await searchParams).incident)
  const href = `/guides/${guide.slug}`
  return (
    <>
      <PageHeader
        title={t('flag.title')}
        description={t('flag.about', { owner: guide.owner })}
        crumbs={[
          { href: '/guides', label: t('title') },
          { href, label: guide.title },
        ]}
      />
      <RecordForm
        action={flag.bind(null, guide.slug)}
        may={can(context.actor, 'flag', 'guide')}
        submit={t('flag.submit')}
        backHref={href}
      >
        <TextArea name="text" label={t('flag.text')} hint={t('flag.textHint')} rows={3} maxLength={NOTE_MAX} required />
        <TextField
          name="incident"
          label={t('flag.incident')}
          hint={t('flag.recordHint')}
          inputMode="numeric"
          defaultValue={incident.success ? String(incident.data) : ''}
        />
        <TextField name="postmortem" label={t('flag.postmortem')} inputMode="numeric" />
      </RecordForm>
    </>
  )
}
