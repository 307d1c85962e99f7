import type { Work } from '#lib/context.ts'

/** A hundred programs are more than a company runs in a decade; a name for each is enough to choose by. */
const OPTIONS_MAX = 100

export async function listProgramOptions({ db }: Work): Promise<{ value: string; label: string }[]> {
  const rows = await db.program.findMany({
    select: { number: true, name: true },
    orderBy: { number: 'desc' },
    take: OPTIONS_MAX,
  })
  return rows.map(({ number, name }) => ({ value: String(number), label: name }))
}
