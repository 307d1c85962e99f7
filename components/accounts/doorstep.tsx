import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Mark } from '#components/shell/mark.tsx'

/** The frame of the pages before a session: one narrow column, the product's name, nothing to be distracted by. */
export function Doorstep({
  title,
  intro,
  children,
  wide,
}: {
  title: string
  intro?: ReactNode
  children: ReactNode
  wide?: boolean
}) {
  const t = useTranslations('shell')
  return (
    <main className={`mx-auto flex min-h-dvh flex-col justify-center px-5 py-12 ${wide ? 'max-w-5xl' : 'max-w-md'}`}>
      <p className="mb-8 flex items-center gap-2 font-semibold">
        <Mark className="size-6" />
        {t('product')}
      </p>
      <h1 className="text-2xl font-semibold text-balance">{title}</h1>
      {intro && <div className="mt-2 text-md text-muted text-pretty">{intro}</div>}
      <div className="mt-7">{children}</div>
    </main>
  )
}
