import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { connection } from 'next/server'
import { getLocale, getTranslations } from 'next-intl/server'
import { ProblemText } from '#components/shell/problem-text.tsx'
import { readTheme } from '#components/shell/theme.ts'
import { inter } from './fonts.ts'
import './globals.css'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, robots: { index: false, follow: false } }
}

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  // A prerendered page would carry no nonce and never become interactive: content/decisions/003.
  await connection()
  const [locale, store, t] = await Promise.all([getLocale(), cookies(), getTranslations('shell.problem')])
  const text = { title: t('title'), body: t('body'), retry: t('retry'), home: t('home'), reference: t('reference') }
  return (
    <html lang={locale} data-theme={readTheme(store.get('theme')?.value)} className={inter.variable}>
      <body>
        <ProblemText value={text}>{children}</ProblemText>
      </body>
    </html>
  )
}
