let typed = ''

/**
 * Keeps what is typed from now on for a field that is still on its way, so that the letters are neither lost nor taken for
 * the page's own keys.
 */
export function typeAhead(): void {
  window.addEventListener('keydown', keep, { capture: true })
}

/** What was typed since, once. */
export function takeTypedAhead(): string {
  window.removeEventListener('keydown', keep, { capture: true })
  const taken = typed
  typed = ''
  return taken
}

function keep(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key.length === 1) typed += event.key
  else if (event.key === 'Backspace') typed = typed.slice(0, -1)
  else return
  event.preventDefault()
  event.stopPropagation()
}
