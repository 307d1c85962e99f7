import { Callout as Box } from '#components/ui/callout.tsx'

/** A remark that matters out of order: a story, a warning, a rule of thumb. Its kind is said in words, not by colour alone. */
export function Callout({ kind, children }: { kind: keyof typeof kinds; children: React.ReactNode }) {
  return (
    <div className="my-6">
      <Box {...kinds[kind]}>
        <div className="space-y-2 text-md">{children}</div>
      </Box>
    </div>
  )
}

// The words are English like the guides that use them: a translated guide brings its own set.
const kinds = {
  story: { title: 'What happened once', tone: 'neutral' },
  warning: { title: 'Take care', tone: 'warn' },
  rule: { title: 'Rule of thumb', tone: 'accent' },
} as const
