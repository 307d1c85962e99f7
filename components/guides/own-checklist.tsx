'use client'

import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'

type Given = {
  slug: string
  items: readonly string[]
  /** What is said of none, of one and so on to all of them: an island brings no messages along. */
  counts: readonly string[]
  reset: string
}

/**
 * A list to tick off for oneself. The device remembers what is ticked, by the words of each item; the server never hears
 * of it. Without scripts the boxes can be ticked as long as the page is open.
 */
export function OwnChecklist({ slug, items, counts, reset }: Given) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  // Not while rendering: the server has no device to ask, and both must begin with the same page.
  useEffect(() => setTicked(kept(slug)), [slug])
  const tick = (now: readonly string[]) => {
    setTicked(now)
    keep(slug, now)
  }
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col gap-2">
        {items.map((item) => (
          <li key={item}>
            <label className="flex items-start gap-2.5">
              <input
                type="checkbox"
                checked={ticked.includes(item)}
                onChange={({ target: { checked } }) =>
                  tick(checked ? [...ticked, item] : ticked.filter((one) => one !== item))
                }
                className="mt-[0.2rem] size-4 shrink-0 pointer-coarse:size-5"
              />
              <span className={ticked.includes(item) ? 'text-muted' : ''}>{item}</span>
            </label>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap items-center gap-3 text-sm text-muted print:hidden" aria-live="polite">
        {counts[items.filter((item) => ticked.includes(item)).length]}
        <Button type="button" size="small" onClick={() => tick([])}>
          {reset}
        </Button>
      </p>
    </div>
  )
}

const nameOf = (slug: string) => `firebreak.guide.${slug}`

/** Storage may be forbidden, and holds what anything wrote there. */
function kept(slug: string): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(nameOf(slug)) ?? '[]')
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

function keep(slug: string, ticked: readonly string[]): void {
  try {
    localStorage.setItem(nameOf(slug), JSON.stringify(ticked))
  } catch {
    // The list is then as good as paper: it holds until the page is closed.
  }
}
