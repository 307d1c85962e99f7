/** Runs once before the first request. Next also compiles this file for the edge, where none of it exists. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { boot } = await import('#lib/boot/boot.ts')
  await boot()
}
