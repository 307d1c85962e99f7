'use client'

import { usePathname, useRouter } from 'next/navigation'
import { startTransition, useEffect } from 'react'
import { isCurrent } from './current.ts'

/**
 * What a press on a link does, for all links of all pages at once: links are plain HTML, and so work before any script has
 * arrived. Nothing is fetched ahead, because every page is rendered for one person at request time.
 */
export function Moves() {
  const router = useRouter()
  const path = usePathname()

  useEffect(() => {
    const move = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || event.defaultPrevented || !isPlainPress(event) || !leadsToAnotherPage(link)) return
      event.preventDefault()
      startTransition(() => router.push(link.pathname + link.search + link.hash))
    }
    document.addEventListener('click', move)
    return () => document.removeEventListener('click', move)
  }, [router])

  // The frame is not rendered again when only the page changes.
  useEffect(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('#navigation a')) {
      if (isCurrent(link.pathname, path)) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    }
    // A popover stays open when only the page below it changes.
    for (const popover of document.querySelectorAll<HTMLElement>(':popover-open')) popover.hidePopover()
  }, [path])

  return null
}

const isPlainPress = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

function leadsToAnotherPage(link: HTMLAnchorElement): boolean {
  if (link.origin !== location.origin || link.hasAttribute('download') || !['', '_self'].includes(link.target))
    return false
  // A place on this page is the browser's own business; files and feeds are no pages.
  const samePage = link.pathname === location.pathname && link.search === location.search
  return !(samePage && link.hash) && !link.pathname.startsWith('/api/')
}
