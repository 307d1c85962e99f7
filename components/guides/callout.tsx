/** A remark that matters out of order: a story, a warning, a rule of thumb. Its kind is said in words, not by colour alone. */
export function Callout({ kind, children }: { kind: keyof typeof kinds; children: React.ReactNode }) {
  const { label, tone } = kinds[kind]
  return (
    <aside className={`my-6 rounded-lg border px-5 py-4 break-inside-avoid ${tone}`}>
      <p className="font-semibold">{label}</p>
      {children}
    </aside>
  )
}

// The words are English like the guides that use them: a translated guide brings its own set.
const kinds = {
  story: { label: 'What happened once', tone: 'border-line bg-sunken' },
  warning: { label: 'Take care', tone: 'border-warn-edge bg-warn-soft' },
  rule: { label: 'Rule of thumb', tone: 'border-info-edge bg-info-soft' },
}
