'use client'

import { useProblemText } from '#components/shell/problem-text.tsx'
import { Button, LinkButton } from '#components/ui/button.tsx'

/** The digest is the only clue that leaves the server; the log line with the same digest has the rest. */
export default function PageProblem({ error, retry }: { error: unknown; retry: () => void }) {
  const text = useProblemText()
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <main className="mx-auto max-w-xl px-6 py-24" role="alert">
      <h1 className="text-2xl font-semibold">{text.title}</h1>
      <p className="mt-3 text-md text-muted">{text.body}</p>
      {digest && (
        <p className="mt-3 text-muted">
          {text.reference} <code className="font-mono text-ink">{digest}</code>
        </p>
      )}
      <p className="mt-8 flex flex-wrap gap-2">
        <Button tone="primary" onClick={() => retry()}>
          {text.retry}
        </Button>
        <LinkButton href="/">{text.home}</LinkButton>
      </p>
    </main>
  )
}
