import { diffWordsWithSpace } from 'diff'
import type { RevisionContent } from './schema.ts'

export type Change = { kind: 'same' | 'added' | 'removed'; text: string }
export type SectionDiff = { key: string; heading: string; changes: Change[] }

/** Word by word, section by section; sections that read the same are left out. Chinese is cut into words too. */
export function diffRevisions(before: RevisionContent, after: RevisionContent): SectionDiff[] {
  const intlSegmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const keys = [...new Set([...before.sections, ...after.sections].map(({ key }) => key))]
  const sections = keys.map((key) => {
    const [old, current] = [before, after].map(({ sections }) => sections.find((section) => section.key === key))
    return {
      key,
      heading: current?.heading ?? old?.heading ?? key,
      before: old?.body ?? '',
      after: current?.body ?? '',
    }
  })
  const title = { key: 'title', heading: 'Title', before: before.title, after: after.title }
  return [title, ...sections]
    .filter((section) => section.before !== section.after)
    .map(({ key, heading, before, after }) => ({
      key,
      heading,
      changes: diffWordsWithSpace(before, after, { intlSegmenter }).map(shape),
    }))
}

const shape = ({ added, removed, value }: { added?: boolean; removed?: boolean; value: string }): Change => ({
  kind: added ? 'added' : removed ? 'removed' : 'same',
  text: value,
})
