import { useTranslations } from 'next-intl'
import { LinkButton } from '#components/ui/button.tsx'

/** For those who see the talk about a text: where it is, and whether something in it waits. */
export function TalkLink({ number, open }: { number: number; open: number }) {
  const t = useTranslations('comments')
  return (
    <div className="print:hidden">
      <LinkButton href={`/postmortems/${number}/comments`} size="small">
        {t('link', { count: open })}
      </LinkButton>
    </div>
  )
}
