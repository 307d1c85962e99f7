import { useTranslations } from 'next-intl'
import type { Change, SectionDiff } from '#lib/postmortems/diff.ts'

/** What changed between two revisions, word by word: said with marks and words, not with colour alone. */
export function RevisionDiff({ sections }: { sections: SectionDiff[] }) {
  const t = useTranslations('postmortems.history')
  if (sections.length === 0) return <p className="text-muted">{t('same')}</p>
  return (
    <div className="flex flex-col gap-6">
      {sections.map(({ key, heading, changes }) => (
        <section key={key}>
          <h3 className="mb-1.5 font-semibold">{heading}</h3>
          <p className="whitespace-pre-wrap rounded-lg border border-line bg-raised p-4 leading-relaxed">
            {changes.map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a diff have no other identity and never move.
              <Piece key={index} change={change} />
            ))}
          </p>
        </section>
      ))}
    </div>
  )
}

function Piece({ change: { kind, text } }: { change: Change }) {
  if (kind === 'added') return <ins className="rounded-sm bg-ok-soft text-ok">{text}</ins>
  if (kind === 'removed') return <del className="rounded-sm bg-danger-soft text-danger">{text}</del>
  return <span>{text}</span>
}
