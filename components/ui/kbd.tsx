/** `keys` as the shortcut list spells them: `g p`, `$mod+K`. `$mod` reads Ctrl, which people on a Mac know to translate. */
export function Kbd({ keys }: { keys: string }) {
  const presses = keys.replaceAll('$mod', 'Ctrl').split(' ')
  return (
    <span className="inline-flex gap-1 print:hidden">
      {presses.map((press, index) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: a sequence may repeat a key and never reorders.
          key={index}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm bg-raised px-1 font-sans text-xs text-muted ring-1 ring-inset ring-edge"
        >
          {press.length === 1 ? press.toUpperCase() : press.replace('Shift+?', '?')}
        </kbd>
      ))}
    </span>
  )
}
