'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Select } from '#components/ui/select.tsx'
import { TextArea } from '#components/ui/text-area.tsx'
import { ImportResults } from './import-results.tsx'
import type { PasteAction, PasteState } from './state.ts'

type Props = {
  action: PasteAction
  teams: { value: string; label: string }[]
  columns: { incidents: string; items: string }
}

const paths = { postmortem: '/postmortems', incidents: '/incidents', 'action-items': '/action-items' } as Record<
  string,
  string
>

/** One form with two buttons, which works without scripts: one shows what would happen, the other does it. */
export function PasteForm({ action, teams, columns }: Props) {
  const t = useTranslations('imports')
  const [state, send, waiting] = useActionState<PasteState, FormData>(action, {})
  const { values, problem, results, totals } = state
  const looked = totals?.dryRun === true && totals.created + totals.updated > 0
  return (
    <form action={send} className="flex max-w-3xl flex-col gap-4">
      <Select
        name="what"
        label={t('what')}
        required
        defaultValue={values?.what ?? 'postmortem'}
        options={[
          { value: 'postmortem', label: t('postmortem') },
          { value: 'incidents', label: t('incidents') },
          { value: 'action-items', label: t('actionItems') },
        ]}
      />
      <Select
        name="team"
        label={t('team')}
        placeholder={t('noTeam')}
        defaultValue={values?.team ?? ''}
        options={teams}
      />
      <TextArea
        key={values?.text}
        name="text"
        label={t('text')}
        hint={t('columns', columns)}
        rows={12}
        defaultValue={values?.text ?? ''}
        className="font-mono text-sm"
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="step" value="look" disabled={waiting}>
          {t('preview')}
        </Button>
        {looked && (
          <Button type="submit" name="step" value="store" tone="primary" disabled={waiting}>
            {t('store')}
          </Button>
        )}
      </div>
      {problem && (
        <Callout tone="danger" live>
          {problem}
        </Callout>
      )}
      {results && totals && <ImportResults results={results} totals={totals} path={paths[values?.what ?? ''] ?? ''} />}
    </form>
  )
}
