/** A square of forest with the cleared strip that stops a fire. */
export function Mark({ className = 'size-6' }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={`shrink-0 ${className}`}>
      <path className="fill-accent" d="M6.5 2H14L6.6 22h-.1A4.5 4.5 0 0 1 2 17.500v-11A4.5 4.5 0 0 1 6.500 2Z" />
      <path
        className="fill-accent opacity-55"
        d="M17.500 2A4.5 4.5 0 0 1 22 6.500v11a4.500 4.500 0 0 1-4.500 4.500H10.200L17.400 2h.1Z"
      />
    </svg>
  )
}
