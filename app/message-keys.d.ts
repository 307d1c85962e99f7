import type messages from '#content/messages/en.json'

declare module 'next-intl' {
  /** A key that is not in content/messages/en.json does not compile. */
  interface AppConfig {
    Messages: typeof messages
  }
}
