import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { SettingsFrame } from '#components/accounts/settings-frame.tsx'
import { readTheme } from '#components/shell/theme.ts'
import { ThemeSwitch } from '#components/shell/theme-switch.tsx'
import { currentContext } from '#lib/auth/current.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tab.appearance') }
}

export default async function AppearancePage() {
  const [t, { actor }, store] = await Promise.all([getTranslations('settings.appearance'), currentContext(), cookies()])

  return (
    <SettingsFrame current="appearance" administers={actor.role === 'administrator'}>
      <div className="max-w-sm rounded-lg border border-line bg-raised p-2">
        <ThemeSwitch theme={readTheme(store.get('theme')?.value)} />
      </div>
      <p className="mt-3 max-w-xl text-muted">{t('text')}</p>
    </SettingsFrame>
  )
}
