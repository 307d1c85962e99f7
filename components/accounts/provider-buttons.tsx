import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'

/** Plain forms, because the answer is another site: a script could not follow it. */
export function ProviderButtons({ providers, next }: { providers: { id: string; name: string }[]; next: string }) {
  const t = useTranslations('auth')
  return (
    <ul className="flex flex-col gap-2">
      {providers.map(({ id, name }) => (
        <li key={id}>
          <form action={`/api/auth/signin/${id}`} method="post">
            <input type="hidden" name="next" value={next} />
            <Button type="submit" className="w-full">
              {t('with', { name })}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
