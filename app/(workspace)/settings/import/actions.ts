'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { PasteState, Told } from '#components/imports/state.ts'
import { currentContext } from '#lib/auth/current.ts'
import type { Context } from '#lib/context.ts'
import { env } from '#lib/env.ts'
import { Slug } from '#lib/ids.ts'
import { importFiles } from '#lib/imports/run.ts'
import { importTable } from '#lib/imports/run-table.ts'
import { type FileResult, ImportOptions, type ImportTotals, type RowResult } from '#lib/imports/schema.ts'
import { wakeDispatcher } from '#lib/jobs/dispatch.ts'
import { can } from '#lib/policy/can.ts'
import { sentence } from '#lib/problem.ts'
import { limitedFor } from '#lib/web/limits.ts'
import { foreignOrigin } from '#lib/web/origin.ts'

const Pasted = z.object({
  what: z.enum(['postmortem', 'incidents', 'action-items']),
  team: z.union([z.literal(''), Slug]).default(''),
  // A server action takes 1 MB; this leaves room for its spelling on the way.
  text: z.string().max(900_000),
  step: z.enum(['look', 'store']).default('look'),
})

/** One form for looking and for doing; only the second changes anything. The commands behind it ask who may. */
export async function paste(_: PasteState, form: FormData): Promise<PasteState> {
  const t = await getTranslations('imports')
  const context = await currentContext()
  const refused = foreignOrigin({ headers: await headers(), appUrl: env().APP_URL }) ?? limitedFor(context.actor)
  if (refused) return { problem: sentence(refused) }
  const decision = can(context.actor, 'import', 'organization')
  if (!decision.allowed) return { problem: decision.reason }
  const given = Pasted.safeParse(Object.fromEntries(form instanceof FormData ? form : []))
  if (!given.success) return { problem: given.error.issues[0]?.message ?? '' }
  const { what, team, text, step } = given.data
  const values = { what, team, text }
  if (!text.trim()) return { values, problem: t('empty') }
  const options = ImportOptions.parse({ ...(team && { team }), dryRun: step === 'look' })
  const told = await gathered(context, given.data, options)
  if (step === 'store') revalidatePath('/', 'layout')
  return { values, ...told }
}

async function gathered(context: Context, { what, text }: z.output<typeof Pasted>, options: ImportOptions) {
  const running = { options, onBatch: wakeDispatcher }
  const results: AsyncGenerator<FileResult | RowResult, ImportTotals> =
    what === 'postmortem'
      ? importFiles(context, [{ file: 'pasted.md', bytes: Buffer.from(text.toWellFormed()) }], running)
      : importTable(context, { kind: what, text: text.toWellFormed() }, running)
  const told: Told[] = []
  for (;;) {
    const next = await results.next()
    if (next.done) return { results: told, totals: next.value }
    told.push(asTold(next.value))
  }
}

function asTold(result: FileResult | RowResult): Told {
  const { outcome, number, title, notes } = result
  if ('line' in result)
    return {
      outcome,
      number,
      title,
      where: `${result.line}`,
      remarks: [...(result.problem ? [result.problem] : []), ...notes],
    }
  return {
    outcome,
    number,
    title,
    where: '',
    remarks: [...result.problems.map(({ line, message }) => `${line}: ${message}`), ...notes],
  }
}
