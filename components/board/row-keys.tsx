'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * The keyboard of a list, and dragging between columns. Both only press what stands there for everybody: a tick, a link,
 * a field. It keeps nothing but where a range of ticks began; where one stands is where the focus is.
 */
export function RowKeys({ cancelHref }: { cancelHref: string | null }) {
  const router = useRouter()
  useEffect(() => {
    const go = (href: string | undefined) => href && router.push(href)
    const keys = keyboard({ go, cancelHref })
    const drags: [string, (event: Event) => void][] = [...dragging(go), ['click', leavingOut]]
    document.addEventListener('keydown', keys)
    for (const [name, listener] of drags) document.addEventListener(name, listener)
    return () => {
      document.removeEventListener('keydown', keys)
      for (const [name, listener] of drags) document.removeEventListener(name, listener)
    }
  }, [router, cancelHref])
  return null
}

type Go = (href: string | undefined) => void
type Keys = { go: Go; cancelHref: string | null }

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')]
const rowOf = (node: Element | null) => node?.closest<HTMLElement>('[data-row]') ?? null
const tickOf = (row: HTMLElement | null) => row?.querySelector<HTMLInputElement>('[name="numbers"]') ?? null
const ticked = () => [...document.querySelectorAll<HTMLInputElement>('[name="numbers"]:checked')]

function keyboard({ go, cancelHref }: Keys) {
  let range: HTMLElement | null = null
  let last = { key: '', at: 0 }
  const fields: Record<string, string> = { a: 'owner', d: 'dueOn', p: 'priority' }

  const move = (by: 1 | -1) => {
    const all = rows()
    const here = rowOf(document.activeElement)
    const next = here ? all[all.indexOf(here) + by] : all[0]
    next?.querySelector<HTMLElement>('[data-open]')?.focus()
  }
  const pick = (through: boolean) => {
    const row = rowOf(document.activeElement)
    const all = rows()
    if (!row) return
    const [from, to] = [all.indexOf(range ?? row), all.indexOf(row)].sort((one, other) => one - other)
    if (through && range) for (const each of all.slice(from, (to ?? 0) + 1)) set(tickOf(each), true)
    else set(tickOf(row), !tickOf(row)?.checked)
    range = row
  }
  /** For what is ticked, the field of the bar; otherwise the same field in the row. */
  const change = (field: string) => {
    if (ticked().length > 0) document.querySelector<HTMLElement>(`.many-bar [name="${field}"]`)?.focus()
    else go(withFocus(rowOf(document.activeElement)?.dataset.edit, field))
  }
  const leave = () => {
    if (cancelHref) go(cancelHref)
    else for (const tick of ticked()) set(tick, false)
  }

  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const { key } = event
    const open = document.querySelector('dialog[open], [aria-modal="true"], :popover-open')
    if (key === 'Escape' && !open) return isTyping(event) ? (event.target as HTMLElement).blur() : leave()
    // "g a" goes to another page: the letter after a g is not for the list.
    const sequence = last.key === 'g' && event.timeStamp - last.at < 1_000
    last = { key, at: event.timeStamp }
    if (isTyping(event) || open || sequence) return
    const field = fields[key]
    const run =
      key === 'j'
        ? () => move(1)
        : key === 'k'
          ? () => move(-1)
          : key === 'x' || key === 'X'
            ? () => pick(key === 'X')
            : key === 'e'
              ? () => go(rowOf(document.activeElement)?.dataset.edit)
              : field && (() => change(field))
    if (!run) return
    event.preventDefault()
    run()
  }
}

/** With Alt held, choosing a value of a filter leaves it out: its neighbour does that for everybody. */
function leavingOut(event: Event) {
  if (!(event instanceof MouseEvent && event.altKey && event.target instanceof Element)) return
  const without = event.target.closest('[data-without]')?.querySelector<HTMLElement>('a:last-of-type')
  if (!without || without.contains(event.target)) return
  event.preventDefault()
  without.click()
}

function set(tick: HTMLInputElement | null, checked: boolean) {
  if (tick) tick.checked = checked
}

const withFocus = (href: string | undefined, field: string) => href && `${href}&focus=${field}`

/** A drop opens the form of the item with that step chosen: most steps ask for a reason, and the rules have their say. */
function dragging(go: Go): [string, (event: Event) => void][] {
  let dragged: HTMLElement | null = null
  const columnOf = (event: Event) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null
  const over = (column: HTMLElement | null) => {
    for (const each of document.querySelectorAll<HTMLElement>('[data-over]')) delete each.dataset.over
    if (column) column.dataset.over = ''
  }
  return [
    [
      'dragstart',
      (event) => {
        dragged = event.target instanceof Element ? rowOf(event.target) : null
      },
    ],
    [
      'dragover',
      (event) => {
        const column = dragged && columnOf(event)
        if (column) event.preventDefault()
        over(column)
      },
    ],
    [
      'drop',
      (event) => {
        const column = columnOf(event)
        const from = dragged?.closest<HTMLElement>('[data-column]')
        if (!column || !dragged?.dataset.edit || column === from) return
        event.preventDefault()
        go(`${dragged.dataset.edit}&to=${column.dataset.column}`)
      },
    ],
    [
      'dragend',
      () => {
        over(null)
        dragged = null
      },
    ],
  ]
}

function isTyping(event: Event): boolean {
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"])')
}
