import { LookedAt } from '#components/blameless/looked-at.tsx'
import { currentContext } from '#lib/auth/current.ts'
import { getWordings } from '#lib/hints/looked-at.ts'
import { show } from '#lib/web/show.ts'
import { hintsFor } from './hints-for.ts'

/** The hints still open in the text, looked over before others read it. Nothing waits for them. */
export async function WordingPanel({ number }: { number: number }) {
  const { hints, wordings } = await show(await currentContext(), async (work) => ({
    hints: await hintsFor(work, number),
    wordings: await getWordings(work, number),
  }))
  return hints && wordings.sections.length > 0 && <LookedAt number={number} given={hints} text={wordings} />
}
