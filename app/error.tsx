'use client'

import { ProblemPage } from '#components/shell/problem-page.tsx'

export default function RootProblem({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="mx-auto max-w-2xl px-6 py-16">
      <ProblemPage error={error} retry={retry} />
    </main>
  )
}
