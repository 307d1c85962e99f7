import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** A Chromium that is on this machine already, or undefined: then Playwright's own is used, if it was downloaded. */
export function installedBrowser(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return environment.FIREBREAK_BROWSER || places.find((place) => existsSync(place))
}
