'use client'

import { use, useEffect, useRef, useState } from 'react'
import { FormContext } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import type { SimilarItem } from '#lib/action-items/similar.ts'

/** Nobody finishes a word faster. */
const PAUSE_MS = 400

type Props = {
  look: (title: string, mechanism: string) => Promise<SimilarItem[]>
  /** Whether there is an incident that an item which is there already could answer too. */
  joinable: boolean
  text: { title: string; same: string; anyway: string }
}

/**
 * What may be the same, below the title while it is typed. Without scripts the server asks after the first try, with the
 * same list; whoever has seen the list is not asked again.
 */
export function SimilarItems({ look, joinable, text }: Props) {
  const asked = use(FormContext)?.state.conflict as { similar?: SimilarItem[] } | undefined
  const [found, setFound] = useState<SimilarItem[]>()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    let waiting: ReturnType<typeof setTimeout> | undefined
    let turn = 0
    const later = ({ target }: Event) => {
      if (!(target instanceof HTMLElement) || !['title', 'mechanism'].includes(target.getAttribute('name') ?? ''))
        return
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        const data = new FormData(form)
        const mine = ++turn
        void look(String(data.get('title') ?? ''), String(data.get('mechanism') ?? '')).then(
          (items) => mine === turn && setFound(items),
          () => undefined,
        )
      }, PAUSE_MS)
    }
    form.addEventListener('input', later)
    return () => {
      clearTimeout(waiting)
      turn = -1
      form.removeEventListener('input', later)
    }
  }, [look])

  const items = found ?? asked?.similar ?? []
  return (
    <div ref={place} aria-live="polite">
      {items.length > 0 && (
        <div className="rounded-lg border border-line bg-sunken p-3">
          <p className="font-medium">{text.title}</p>
          <ul className="mt-1.5 flex flex-col gap-1.5">
            {items.map(({ number, title, team, owner }) => (
              <li key={number} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                <span className="min-w-0">
                  <Link href={`/action-items/${number}`} target="_blank" className="hover:underline">
                    AI-{number} {title}
                  </Link>
                  <span className="block text-sm text-muted">
                    {[team.name, owner?.name].filter(Boolean).join(', ')}
                  </span>
                </span>
                {joinable && (
                  <button
                    type="submit"
                    name="same"
                    value={number}
                    className="text-accent hover:underline pointer-coarse:min-h-11"
                  >
                    {text.same}
                    <span className="sr-only">: AI-{number}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
          <input type="hidden" name="anyway" value="on" />
          <p className="mt-2 text-sm text-muted">{text.anyway}</p>
        </div>
      )}
    </div>
  )
}
