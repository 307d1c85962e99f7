'use client'

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import type { LintedItem } from '#lib/blameless/item.ts'
import type { Finding, LintInput } from '#lib/blameless/lint.ts'
import { scopeOf } from '#lib/blameless/scopes.ts'
import { findingsIn, findingsOf } from './ask.ts'
import { dismissalsOf } from './dismissals.ts'
import type { HintsGiven } from './given.ts'
import { HintItem } from './hint-item.tsx'
import { createHints } from './hints.ts'

type Text = {
  title: string
  sections: readonly { key: string; heading: string; body: string }[]
  items: readonly (LintedItem & { number: number })[]
}
type Part = { key: string; heading: string; href: string; findings: readonly Finding[] }

/**
 * The hints still open in the whole text, to be looked at once before people read it. It asks for nothing: each can be
 * mended, dismissed, or left.
 */
export function LookedAt({ number, given, text }: { number: number; given: HintsGiven; text: Text }) {
  const [parts, setParts] = useState<readonly Part[] | 'none'>()
  useEffect(() => {
    let left = false
    void look({ number, given, text }).then(
      (found) => left || setParts(found),
      () => left || setParts('none'),
    )
    return () => {
      left = true
    }
  }, [number, given, text])
  const words = given.text
  if (parts === 'none') return null
  return (
    <Panel title={words.lookedAt}>
      <p className="mb-3 max-w-prose text-muted">{words.lookedAtText}</p>
      <noscript>
        <p className="text-muted">{words.noScript}</p>
      </noscript>
      <div aria-live="polite">{parts && <Parts parts={parts} given={given} />}</div>
    </Panel>
  )
}

function Parts({ parts, given }: { parts: readonly Part[]; given: HintsGiven }) {
  const dismissals = dismissalsOf(given)
  useSyncExternalStore(dismissals.subscribe, dismissals.current, () => given.dismissed)
  const open = parts
    .map((part) => ({
      ...part,
      findings: part.findings.filter((finding) => !dismissals.holds({ finding, section: part.key })),
    }))
    .filter(({ findings }) => findings.length > 0)
  if (open.length === 0) return <p>{given.text.nothing}</p>
  return open.map((part) => <PartHints key={part.href} part={part} given={given} />)
}

function PartHints({ part: { key, heading, href, findings }, given }: { part: Part; given: HintsGiven }) {
  const hints = useMemo(() => {
    const own = createHints(key, given)
    return key === ITEMS ? { ...own, given: { ...given, mayDismiss: false } } : own
  }, [key, given])
  return (
    <section className="mt-4 first:mt-0">
      <h3 className="font-semibold">
        <Link href={href} className="hover:underline">
          {heading}
        </Link>
      </h3>
      <ul className="flex flex-col divide-y divide-line text-sm">
        {findings.map((finding) => (
          <HintItem key={`${finding.start} ${finding.rule}`} finding={finding} hints={hints} />
        ))}
      </ul>
    </section>
  )
}

/** An action item is mended where it stands; a dismissal belongs to a section. */
const ITEMS = 'action item'

async function look({
  number,
  given: { names, facts, text: words },
  text,
}: {
  number: number
  given: HintsGiven
  text: Text
}): Promise<Part[]> {
  const edit = `/postmortems/${number}/edit`
  const ask = (source: string, scope: NonNullable<LintInput['scope']>) => findingsIn({ source, scope, names, facts })
  const title = { key: 'title', heading: words.title, href: edit, findings: await ask(text.title, 'title') }
  const sections = text.sections.map(async ({ key, heading, body }) => {
    return { key, heading, href: `${edit}#${key}`, findings: await ask(body, scopeOf(key)) }
  })
  const items = text.items.map(async ({ number: of, ...item }) => {
    return {
      key: ITEMS,
      heading: `AI-${of} ${item.title}`,
      href: `/action-items/${of}`,
      findings: await findingsOf(item),
    }
  })
  return [title, ...(await Promise.all([...sections, ...items]))]
}
