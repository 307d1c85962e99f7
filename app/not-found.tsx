import { Missing } from './missing.tsx'

export default function RootMissing() {
  return (
    <main className="mx-auto max-w-2xl px-6 py-16">
      <Missing />
    </main>
  )
}
