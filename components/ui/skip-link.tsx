/** The first stop of the Tab key: over the navigation, straight to the content. */
export function SkipLink({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      className="fixed left-3 top-3 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2 font-medium text-accent-ink focus:translate-y-0 print:hidden"
    >
      {children}
    </a>
  )
}
