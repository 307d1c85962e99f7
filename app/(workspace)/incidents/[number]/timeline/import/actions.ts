'use server'

import { getTranslations } from 'next-intl/server'
import { currentContext } from '#lib/auth/current.ts'
import type { FormState } from '#lib/form-state.ts'
import { gatherEvidence } from '#lib/timeline/gather-evidence.ts'
import { spellTime } from '#lib/timeline/parse.ts'
import { previewTranscript } from '#lib/timeline/queries.ts'
import { GatherEvidenceInput, TRANSCRIPT_MAX, type TranscriptState } from '#lib/timeline/schema.ts'
import { formats } from '#lib/timeline/transcripts/said.ts'
import { numberIn, show } from '#lib/web/show.ts'
import { submit } from '#lib/web/submit.ts'

/** Shows how a transcript is read. It keeps nothing, so it is no command. */
export async function look(number: number, _: TranscriptState, form: FormData): Promise<TranscriptState> {
  const context = await currentContext()
  const wanted = await numberIn(Promise.resolve({ number: String(number) }))
  const given = form instanceof FormData ? await givenIn(form) : { transcript: '' }
  const input = GatherEvidenceInput.safeParse({ ...given, number: wanted })
  if (!input.success) return { given, problem: input.error.issues[0]?.message ?? '' }
  const { items, ...heard } = await show(context, (work) => previewTranscript(work, input.data))
  const t = await getTranslations('timeline.import')
  const unread = items.filter(({ at }) => at === null).length
  return {
    given,
    heard,
    // The unread ones are shown whole; of the others enough to see whether they are read as they were meant.
    items: items
      .filter(({ at }, index) => at === null || index < SHOWN_MAX)
      .map(({ at, ...item }) => ({ ...item, text: item.text.slice(0, 300), at: at ? spellTime(at, heard.zone) : '' })),
    words: {
      readAs: t('readAs', { format: formats[heard.format], count: items.length }),
      unread: unread > 0 ? t('someUnread', { count: unread }) : t('allRead'),
      asides: heard.asides.length > 0 ? t('asides', { count: heard.asides.length }) : '',
      shown: items.length > SHOWN_MAX ? t('shown', { shown: SHOWN_MAX, count: items.length }) : '',
    },
  }
}

const SHOWN_MAX = 200

/** A file stands in for what was pasted. */
async function givenIn(form: FormData) {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const file = form.get('file')
  const read = file instanceof File && file.size > 0 && file.size <= TRANSCRIPT_MAX * 3 ? await file.text() : ''
  const [zone, day, dates] = [text('zone'), text('day'), text('dates')]
  return { transcript: read || text('transcript'), ...(zone && { zone }), ...(day && { day }), ...(dates && { dates }) }
}

export async function gather(number: number, _: FormState, form: FormData): Promise<FormState> {
  return submit({
    command: gatherEvidence,
    form,
    with: { number },
    onDone: () => `/incidents/${number}/timeline?pane=evidence`,
  })
}
