/** `keys` as the shortcut list spells them: `g p`, `$mod+K`. `$mod` reads Ctrl, which people on a Mac know to translate. */
export function Kbd({ keys }: { keys: string }) {
  const presses = keys.replaceAll('$mod', 'Ctrl').split(' ')
  return (
    <span className="inline-flex gap-1 print:hidden">
      {presses.map((press, index) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: a sequence may repeat a key and never reorders.
          key={index}
          className="key"
        >
          {press.length === 1 ? press.toUpperCase() : press.replace('Shift+?', '?')}
        </kbd>
      ))}
    </span>
  )
}
