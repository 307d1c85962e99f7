import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { SettingsFrame } from '#components/accounts/settings-frame.tsx'
import { ImportFiles } from '#components/imports/import-files.tsx'
import { PasteForm } from '#components/imports/paste-form.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { columnsOf } from '#lib/imports/table-rows.ts'
import { severities } from '#lib/incidents/model.ts'
import { optionsOf, slugOptions } from '#lib/options.ts'
import { can } from '#lib/policy/can.ts'
import { listTeamOptions } from '#lib/teams/queries.ts'
import { paste } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tab.import') }
}

export default async function ImportPage() {
  const [t, context, locale, { imports }] = await Promise.all([
    getTranslations('imports'),
    currentContext(),
    getLocale(),
    getMessages(),
  ])
  if (!can(context.actor, 'import', 'organization').allowed) notFound()
  const teams = slugOptions(await read(context, listTeamOptions))
  const levels = optionsOf(severities)
  const columns = { incidents: columnsOf.incidents.join(', '), items: columnsOf['action-items'].join(', ') }
  // Both islands count and name what they show, so they take the words of this page with them, and no others.
  const words = { locale, messages: { imports }, timeZone: 'UTC' }
  return (
    <SettingsFrame current="import" administers>
      <p className="max-w-2xl text-muted">{t('intro')}</p>
      <section className="mt-6 flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t('files')}</h2>
        <p className="max-w-2xl text-muted">{t('filesHint')}</p>
        <noscript>
          <p className="max-w-2xl">{t('script')}</p>
        </noscript>
        <NextIntlClientProvider {...words}>
          <ImportFiles teams={teams} severities={levels} />
        </NextIntlClientProvider>
      </section>
      <section className="mt-10 flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t('paste')}</h2>
        <NextIntlClientProvider {...words}>
          <PasteForm action={paste} teams={teams} columns={columns} />
        </NextIntlClientProvider>
      </section>
    </SettingsFrame>
  )
}
