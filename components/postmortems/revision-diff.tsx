import { useTranslations } from 'next-intl'
import { FactDiff } from '#components/incidents/fact-diff.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import type { Block, Change, Difference } from '#lib/postmortems/diff.ts'

/** What changed between two texts: marked with lines and words as well as colour, so that it holds in print and for every eye. */
export function RevisionDiff({ difference: { sections, facts, factChanges } }: { difference: Difference }) {
  const t = useTranslations('compare')
  const same = useTranslations('postmortems.history')('same')
  if (sections.length === 0 && !facts) return <p className="text-muted">{same}</p>
  return (
    <div className="flex flex-col gap-6">
      <p className="text-sm text-muted">{t('legend')}</p>
      {sections.map(({ key, heading, blocks }) => (
        <section key={key}>
          <h3 className="mb-1.5 font-semibold">{heading}</h3>
          <div className="flex flex-col gap-3 whitespace-pre-wrap rounded-lg border border-line bg-raised p-4 leading-relaxed [overflow-wrap:anywhere]">
            {folded(blocks).map((piece, index) =>
              Array.isArray(piece) ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a diff have no other identity and never move.
                <Disclosure key={index} summary={t('unchanged', { count: piece.length })}>
                  <div className="flex flex-col gap-3 text-muted">
                    {piece.map((text) => (
                      <p key={text}>{text}</p>
                    ))}
                  </div>
                </Disclosure>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <Piece key={index} block={piece} />
              ),
            )}
          </div>
        </section>
      ))}
      {facts && (
        <section>
          <h3 className="mb-1.5 font-semibold">{t('factsChanged')}</h3>
          <FactDiff differences={factChanges} />
        </section>
      )}
    </div>
  )
}

/** Runs of unchanged blocks become one line that opens. */
function folded(blocks: Block[]): (Block | string[])[] {
  const pieces: (Block | string[])[] = []
  for (const block of blocks) {
    const last = pieces.at(-1)
    if (block.kind !== 'same') pieces.push(block)
    else if (Array.isArray(last)) last.push(block.text)
    else pieces.push([block.text])
  }
  return pieces
}

const INS = 'rounded-sm bg-ok-soft text-ok underline decoration-2 underline-offset-2'
const DEL = 'rounded-sm bg-danger-soft text-danger line-through decoration-2'

function Piece({ block }: { block: Block }) {
  const t = useTranslations('compare')
  switch (block.kind) {
    case 'changed':
      return (
        <p>
          {block.changes.map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the words of a diff never move.
            <Words key={index} change={change} />
          ))}
        </p>
      )
    case 'added':
      return (
        <p>
          <Mark sign="+" label={t('added')} /> <ins className={INS}>{block.text}</ins>
        </p>
      )
    case 'removed':
      return (
        <p>
          <Mark sign="−" label={t('removed')} /> <del className={DEL}>{block.text}</del>
        </p>
      )
    default:
      return (
        <p className="border-l-2 border-info-edge pl-3 text-muted">
          <span className="text-sm font-medium">
            {block.kind === 'moved_here' ? '↓' : '↑'} {t(block.kind === 'moved_here' ? 'moved' : 'movedAway')}:
          </span>{' '}
          {block.text}
        </p>
      )
  }
}

function Mark({ sign, label }: { sign: string; label: string }) {
  return (
    <span className="select-none font-mono font-semibold" title={label}>
      <span aria-hidden>{sign}</span>
      <span className="sr-only">{label}:</span>
    </span>
  )
}

function Words({ change: { kind, text } }: { change: Change }) {
  if (kind === 'added') return <ins className={INS}>{text}</ins>
  if (kind === 'removed') return <del className={DEL}>{text}</del>
  return <span>{text}</span>
}
