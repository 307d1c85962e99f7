import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'

/** Spelled out one by one: the bundler resolves package imports only from constants. */
const languages = { en: () => import('#content/messages/en.json') }

/** The language is a preference of the person, not a place: no locale in any URL. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get('locale')?.value
  const locale = chosen && Object.hasOwn(languages, chosen) ? (chosen as keyof typeof languages) : 'en'
  const { default: messages } = await languages[locale]()
  return { locale, messages, timeZone: 'UTC' }
})
