'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useEffect, useState } from 'react'
import { tinykeys } from 'tinykeys'
import type { PaletteItem } from './shell-data.ts'

/** React Aria comes along only when somebody opens the palette. */
const CommandPalette = lazy(() => import('./command-palette.tsx'))

type Props = {
  items: PaletteItem[]
  paletteUrl: string
  singleKeys: boolean
  text: { title: string; placeholder: string; none: string }
}

export function Shortcuts({ items, paletteUrl, singleKeys, text }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState<'never' | 'open' | 'closed'>('never')

  useEffect(() => {
    const keys: Record<string, (event: KeyboardEvent) => void> = {
      '$mod+k': (event) => {
        // In a text field Ctrl+K makes a link; the palette is on Ctrl+Alt+K there.
        if (isTyping(event) && !isSearch(event)) return
        event.preventDefault()
        setOpen('open')
      },
      '$mod+Alt+k': () => setOpen('open'),
    }
    if (singleKeys) Object.assign(keys, singleKeyBindings({ items, go: (href) => router.push(href) }))
    return tinykeys(window, keys)
  }, [items, singleKeys, router])

  if (open === 'never') return null
  return (
    <Suspense>
      <CommandPalette
        items={items}
        url={paletteUrl}
        text={text}
        isOpen={open === 'open'}
        onOpenChange={(next) => setOpen(next ? 'open' : 'closed')}
      />
    </Suspense>
  )
}

function singleKeyBindings({ items, go }: { items: PaletteItem[]; go: (href: string) => void }) {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {
    '/': () => document.querySelector<HTMLInputElement>('[data-search]')?.focus(),
    // With and without Shift, because keyboards disagree where the question mark lives.
    '?': toggleShortcutList,
    'Shift+?': toggleShortcutList,
    c: openCreateMenu,
  }
  for (const item of items) if (item.keys) bindings[item.keys] = () => go(item.href)
  return Object.fromEntries(
    Object.entries(bindings).map(([keys, run]) => [
      keys,
      (event: KeyboardEvent) => {
        if (isTyping(event) || document.querySelector('dialog[open], [aria-modal="true"]')) return
        event.preventDefault()
        run(event)
      },
    ]),
  )
}

const toggleShortcutList = () => document.getElementById('shortcuts')?.togglePopover()

/** Through its button, so that the popover knows what it hangs on. */
function openCreateMenu() {
  document.querySelector<HTMLElement>('[popovertarget="create"]')?.click()
  document.querySelector<HTMLElement>('#create:popover-open a')?.focus()
}

const isSearch = (event: Event) => event.target instanceof HTMLElement && 'search' in event.target.dataset

function isTyping(event: Event): boolean {
  const target = event.target
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}
