import path from 'node:path'
import { installedBrowser } from './browser.ts'
import type { CliCommand } from './cli-command.ts'

const PAGES = [
  { name: 'postmortem', path: '/postmortems/18' },
  { name: 'postmortems', path: '/postmortems' },
] as const

/** The pictures in the README, taken of the sample company so that they never show anybody's real incidents. */
export const picture: CliCommand = {
  summary: 'Takes the pictures for the README from a running sample company.',
  help: 'Usage: FIREBREAK_SAMPLE=1 npm start, then in another terminal: npx firebreak picture [URL]\n\nWrites content/pictures/*.png.',
  place: 'here',
  run: async ([url = 'http://localhost:3000'], { home, say }) => {
    const { chromium } = await import('@playwright/test')
    const executablePath = installedBrowser()
    const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme })
        await page.goto(`${url}/look-around`)
        await page.getByRole('listitem').filter({ hasText: 'Tomás' }).getByRole('button').click()
        await page.waitForURL((address) => !address.pathname.startsWith('/look-around'))
        for (const { name, path: at } of PAGES) {
          await page.goto(`${url}${at}`, { waitUntil: 'networkidle' })
          await page.screenshot({ path: path.join(home, 'content/pictures', `${name}-${colorScheme}.png`) })
          say(`Wrote content/pictures/${name}-${colorScheme}.png.`)
        }
      }
    } finally {
      await browser.close()
    }
  },
}
