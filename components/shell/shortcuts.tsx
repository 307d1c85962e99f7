'use client'

import { useRouter } from 'next/navigation'
import { type ComponentType, useEffect, useState } from 'react'
import { tinykeys } from 'tinykeys'
import type { CommandPaletteProps } from './command-palette.tsx'
import type { PaletteItem } from './shell-data.ts'
import { takeTypedAhead, typeAhead } from './type-ahead.ts'

type Props = {
  /** As JSON: one string crosses to the browser instead of a hundred. */
  items: string
  paletteUrl: string
  singleKeys: boolean
  text: { title: string; placeholder: string; none: string }
}

export function Shortcuts({ items, paletteUrl, singleKeys, text }: Props) {
  const router = useRouter()
  const [CommandPalette, setCommandPalette] = useState<ComponentType<CommandPaletteProps> | null>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    // React Aria comes along only when somebody opens the palette. Where it cannot come, the next press asks again.
    const show = () => {
      if (open) return
      typeAhead()
      import('./command-palette.tsx').then((loaded) => {
        setCommandPalette(() => loaded.CommandPalette)
        setOpen(true)
      }, takeTypedAhead)
    }
    const keys: Record<string, (event: KeyboardEvent) => void> = {
      '$mod+k': (event) => {
        // In a text field Ctrl+K makes a link; the palette is on Ctrl+Alt+K there.
        if (isTyping(event) && !isSearch(event)) return
        event.preventDefault()
        show()
      },
      '$mod+Alt+k': show,
    }
    if (singleKeys) Object.assign(keys, singleKeyBindings({ items: itemsIn(items), go: (href) => router.push(href) }))
    return tinykeys(window, keys)
  }, [items, singleKeys, router, open])

  if (!CommandPalette) return null
  return <CommandPalette items={itemsIn(items)} url={paletteUrl} text={text} isOpen={open} onOpenChange={setOpen} />
}

const itemsIn = (text: string) => JSON.parse(text) as PaletteItem[]

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
