/** The address of one entry. Without a script it is a link to itself; components/shell/moves.tsx copies it when pressed. */
export function CopyLink({ anchor, label, copied }: { anchor: string; label: string; copied: string }) {
  return (
    <a
      href={`#${anchor}`}
      aria-label={label}
      title={label}
      data-copied={copied}
      className="ml-1.5 text-faint opacity-0 hover:text-ink focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 print:hidden"
    >
      #
    </a>
  )
}
