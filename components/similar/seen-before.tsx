import { useTranslations } from 'next-intl'
import { Panel } from '#components/ui/panel.tsx'
import type { ProposalOut } from '#lib/incidents/schema.ts'
import type { SimilarOut } from '#lib/similar/schema.ts'
import type { Answers } from './answers.ts'
import { ProposalList } from './proposal-list.tsx'
import { SimilarList } from './similar-list.tsx'

type Props = {
  similar: readonly SimilarOut[]
  proposals: readonly ProposalOut[]
  answers: Answers
  zone: string
}

/** On the page of an incident: what resembles it, earlier or later, and what colleagues think it has to do with. */
export function SeenBefore({ similar, proposals, answers, zone }: Props) {
  const t = useTranslations('similar')
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-4">
        {proposals.length > 0 && <ProposalList proposals={proposals} answers={answers} />}
        {similar.length > 0 ? (
          <SimilarList similar={similar} answers={answers} zone={zone} />
        ) : (
          <p className="text-muted">{t('none')}</p>
        )}
      </div>
    </Panel>
  )
}
