import { command } from '#lib/command.ts'
import { all } from '#lib/decision.ts'
import { happened } from '#lib/events.ts'
import { newId } from '#lib/ids.ts'
import { can } from '#lib/policy/can.ts'
import { invalid, refuse } from '#lib/problem.ts'
import { dateFromLocal, localDate } from '#lib/time.ts'
import { draftReport } from './draft.ts'
import { mayChange } from './model.ts'
import { me } from './parts.ts'
import { PartOut, WriteReportInput } from './parts-schema.ts'
import { lockProgram } from './queries.ts'
import { reportFacts } from './report-facts.ts'

export const writeReport = command({
  name: 'program.write_report',
  summary:
    'Writes a monthly report or a quarterly review: what the data says is kept with the judgement, as it is now.',
  scope: 'programs:write',
  input: WriteReportInput,
  output: PartOut,
  subject: (work, { number }) => lockProgram(work, number),
  may: (actor, program) => all(can(actor, 'edit', 'program', program), mayChange(program)),
  async run(work, { input: { number, kind, from, until, judgement, verdicts }, subject: program }) {
    const { db, now } = work
    if (until < from) refuse(invalid('until', 'The period ends after it begins.'))
    if (until > localDate(now, program.zone)) refuse(invalid('until', 'The period is not over yet.'))
    const criteria = program.exitCriteria
    if (kind === 'quarterly' && verdicts.length !== criteria.length)
      refuse(invalid('verdicts', 'Say of each exit criterion how it stands.'))
    const judged = kind === 'quarterly' ? criteria.map((criterion, index) => ({ criterion, ...verdicts[index] })) : []
    const id = newId(now)
    await db.programReport.create({
      data: {
        id,
        programId: program.id,
        kind,
        from: dateFromLocal(from),
        until: dateFromLocal(until),
        judgement,
        draft: draftReport(await reportFacts(work, number, { from, until })),
        verdicts: judged,
        byId: me(work),
        at: now,
      },
    })
    return {
      value: { program: number, id },
      events: [happened('program.report_written', program.id, { kind, from, until })],
    }
  },
})
