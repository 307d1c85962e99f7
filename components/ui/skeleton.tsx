/** Holds the place of something that takes longer than a blink. Fades in late, so fast pages never show it. */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div role="status" className="skeleton flex flex-col gap-2.5">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: identical bars have no identity.
          key={index}
          aria-hidden
          className={`h-3.5 rounded-sm bg-hover ${index === lines - 1 ? 'w-2/3' : 'w-full'}`}
        />
      ))}
    </div>
  )
}
