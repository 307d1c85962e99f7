import { MissingPage } from '#components/shell/missing-page.tsx'

export default function RootMissing() {
  return (
    <main className="mx-auto max-w-2xl px-6 py-16">
      <MissingPage />
    </main>
  )
}
