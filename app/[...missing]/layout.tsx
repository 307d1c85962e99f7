import { visitorContext } from '#lib/auth/current.ts'
import { Frame } from '../frame.tsx'

/** Somebody who is signed in stays within their frame; to everybody else it says nothing of what is here. */
export default async function NowhereLayout({ children }: { children: React.ReactNode }) {
  const { actor } = await visitorContext()
  if (actor.kind === 'person') return <Frame>{children}</Frame>
  return <main className="mx-auto max-w-2xl px-6 py-16">{children}</main>
}
