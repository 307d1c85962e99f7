import { BEAT_MS, type Device, type Unsent } from './device.ts'
import type { Section } from './section.ts'

/** A keystroke is on the device a tenth of a second later: half of what is promised. */
const KEEP_MS = 100

type Given = {
  sections: ReadonlyMap<string, Section>
  device: Device
  unsentOf: (section: Section) => Unsent
  full: (isFull: boolean) => void
}

/** Keeps what is unsent on the device, and forgets it there when the server has it. */
export function keeper({ sections, device, unsentOf, full }: Given) {
  const kept = new Set<string>()
  let waiting: ReturnType<typeof setTimeout> | undefined

  const keep = async () => {
    waiting = undefined
    try {
      for (const section of sections.values()) {
        const { client } = section
        if (section.hasUnsent) {
          kept.add(client)
          await device.keep(unsentOf(section))
        } else if (kept.delete(client)) await device.forget(client)
      }
      full(false)
    } catch {
      full(true)
    }
  }
  const now = () => {
    for (const section of sections.values()) {
      if (!section.hasUnsent) continue
      kept.add(section.client)
      device.keepNow(unsentOf(section))
    }
  }
  // What waits long is written again and again, so that other tabs see that somebody looks after it.
  const beat = setInterval(() => void (kept.size > 0 && keep()), BEAT_MS)

  return {
    changed: (unsent: boolean) => {
      if (unsent || kept.size > 0) waiting ??= setTimeout(() => void keep(), KEEP_MS)
    },
    now,
    /** Somebody else looks after what this editor had typed. */
    handed: (client: string) => void kept.delete(client),
    close: async () => {
      clearInterval(beat)
      clearTimeout(waiting)
      await keep()
    },
  }
}
