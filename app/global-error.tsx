'use client'

/**
 * Shown when the root layout itself failed, so there are no styles, no theme and no translations to rely on.
 * Everything here is self-contained on purpose.
 */
export default function ShellProblem({ error }: { error: unknown }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <html lang="en" style={{ colorScheme: 'light dark' }}>
      <title>Something went wrong</title>
      <body
        style={{ font: '16px/1.6 system-ui, sans-serif', maxWidth: '34rem', margin: '15vh auto', padding: '0 1.5rem' }}
      >
        <h1 style={{ fontSize: '1.5rem', lineHeight: 1.25 }}>Something went wrong on our side</h1>
        <p>Nothing you saved is lost. Load the page again; if it keeps happening, tell an administrator.</p>
        {digest && (
          <p>
            Reference <code>{digest}</code>
          </p>
        )}
        <p>
          {/* A full load, because the application that would handle a link is the part that failed. */}
          <a href="/">Back to the start</a>
        </p>
      </body>
    </html>
  )
}
