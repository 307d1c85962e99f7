'use client'

import { Button, LinkButton } from '#components/ui/button.tsx'
import { useUiText } from '#components/ui/ui-text.tsx'

/** The digest is the only clue that leaves the server; the log line with the same digest has the rest. */
export function ProblemPage({ error, retry }: { error: unknown; retry: () => void }) {
  const text = useUiText()
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <div role="alert" className="max-w-xl py-10">
      <h1 className="text-2xl font-semibold">{text.problemTitle}</h1>
      <p className="mt-3 text-md text-muted">{text.problemBody}</p>
      {digest && (
        <p className="mt-3 text-muted">
          {text.problemReference} <code className="font-mono text-ink">{digest}</code>
        </p>
      )}
      <p className="mt-8 flex flex-wrap gap-2">
        <Button tone="primary" onClick={() => retry()}>
          {text.problemRetry}
        </Button>
        <LinkButton href="/">{text.problemHome}</LinkButton>
      </p>
    </div>
  )
}
