import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { connection } from 'next/server'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { readTheme } from '#components/shell/theme.ts'
import { UiTextProvider } from '#components/ui/ui-text.tsx'
import { inter } from './fonts.ts'
import './globals.css'

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, robots: { index: false, follow: false } }
}

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  // A prerendered page would carry no nonce and never become interactive: content/decisions/003.
  await connection()
  const [locale, store, messages] = await Promise.all([getLocale(), cookies(), getMessages()])
  return (
    <html lang={locale} data-theme={readTheme(store.get('theme')?.value)} className={inter.variable}>
      <body>
        <UiTextProvider value={messages.ui.islands}>{children}</UiTextProvider>
      </body>
    </html>
  )
}
