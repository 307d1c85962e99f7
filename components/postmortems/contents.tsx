/** The table of contents beside the text; a line of links above it on a narrow screen. */
export function Contents({ label, entries }: { label: string; entries: { id: string; heading: string }[] }) {
  return (
    <nav aria-label={label} className="text-sm print:hidden">
      <p className="mb-2 font-medium text-muted">{label}</p>
      <ol className="flex flex-col border-l border-line">
        {entries.map(({ id, heading }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="-ml-px block border-l border-transparent py-1 pl-3 text-muted hover:border-edge hover:text-ink pointer-coarse:py-2.5"
            >
              {heading}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
