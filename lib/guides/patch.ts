import { applyPatch, createTwoFilesPatch, FILE_HEADERS_ONLY, parsePatch, reversePatch } from 'diff'

/** A guide has some 150 lines; past this the comparison would cost seconds, and nobody could review it. */
const LINES_MAX = 1_000

/** The change as `git apply` takes it, or undefined where it is more than one can review. */
export function patchBetween(slug: string, before: string, after: string): string | undefined {
  const path = `content/guides/${slug}.mdx`
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    maxEditLength: LINES_MAX,
    headerOptions: FILE_HEADERS_ONLY,
  })
}

/** Whether a text holds the change already: then taking it back is possible. */
export function includes(text: string, patch: string): boolean {
  const changes = parsePatch(patch)
  return changes.length > 0 && changes.every((change) => applyPatch(text, reversePatch(change)) !== false)
}
