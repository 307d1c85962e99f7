'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import type { ImportTotals } from '#lib/imports/schema.ts'
import type { Option } from '#lib/options.ts'
import { ImportResults } from './import-results.tsx'
import { type Chosen, sendFiles } from './send-files.ts'
import type { Told } from './state.ts'

/** As the server takes them. */
const FILE_MAX = 1_000_000

type Seen = { results: Told[]; totals: ImportTotals }

/** Choose, see what would happen, then do it: the same request twice, the first time only looking. */
export function ImportFiles({ teams, severities }: { teams: Option[]; severities: Option[] }) {
  const t = useTranslations('imports')
  const [files, choose] = useState<Chosen[]>([])
  const [options, setOptions] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState<{ dryRun: boolean; done: number } | null>(null)
  const [seen, show] = useState<Seen | null>(null)
  const [problem, setProblem] = useState('')
  const small = files.filter(({ size }) => size <= FILE_MAX)
  const left = files.filter(({ size }) => size > FILE_MAX)
  const send = async (dryRun: boolean) => {
    setProblem('')
    setBusy({ dryRun, done: 0 })
    try {
      show(await sendFiles(small, { options, dryRun, onProgress: (done) => setBusy({ dryRun, done }) }))
    } catch (error) {
      setProblem((error instanceof Error && error.message) || t('stopped'))
    }
    setBusy(null)
  }
  const option = (name: string) => (value: string) => {
    show(null)
    setOptions(({ [name]: _, ...others }) => (value ? { ...others, [name]: value } : others))
  }
  const take = (list: FileList | null) => {
    show(null)
    choose([...(list ?? [])].filter(({ name }) => /\.(md|markdown|json)$/i.test(name)).map(chosen))
  }
  const changes = seen?.totals.dryRun ? seen.totals.created + seen.totals.updated : 0
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <div className="flex flex-wrap gap-3">
        <Picker label={t('choose')} onChoose={take} />
        <Picker label={t('folder')} onChoose={take} folder />
      </div>
      {files.length > 0 && (
        <>
          <p>{t('chosen', { count: files.length })}</p>
          {left.map(({ name }) => (
            <p key={name} className="text-sm text-muted">
              {name}: {t('tooLarge')}
            </p>
          ))}
          <div className="flex flex-wrap gap-4">
            <Choose label={t('team')} empty={t('noTeam')} choices={teams} onChoose={option('team')} />
            <Choose label={t('severity')} choices={severities} usual="sev3" onChoose={option('severity')} />
          </div>
          <div className="flex flex-wrap items-center gap-3">
            <Button onClick={() => send(true)} disabled={busy !== null || small.length === 0}>
              {t('look')}
            </Button>
            {changes > 0 && (
              <Button tone="primary" onClick={() => send(false)} disabled={busy !== null}>
                {t('run', { count: changes })}
              </Button>
            )}
            {busy && (
              <Progress
                label={t(busy.dryRun ? 'looking' : 'running', { done: busy.done, total: small.length })}
                done={busy.done}
                total={small.length}
              />
            )}
          </div>
        </>
      )}
      {problem && (
        <Callout tone="danger" live>
          {problem}
        </Callout>
      )}
      {seen && <ImportResults {...seen} path="/postmortems" />}
    </div>
  )
}

const chosen = (file: File): Chosen => ({
  name: (file.webkitRelativePath || file.name).slice(-400),
  size: file.size,
  text: () => file.text(),
})

function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const id = useId()
  return (
    <span className="flex items-center gap-2">
      <progress aria-labelledby={id} value={done} max={total} />
      <span id={id} role="status">
        {label}
      </span>
    </span>
  )
}

function Picker({
  label,
  onChoose,
  folder = false,
}: {
  label: string
  onChoose: (list: FileList | null) => void
  folder?: boolean
}) {
  const id = useId()
  return (
    <label htmlFor={id} className="flex flex-col gap-1.5 font-medium">
      {label}
      <input
        id={id}
        type="file"
        multiple
        accept={folder ? undefined : '.md,.markdown,.json'}
        {...(folder && { webkitdirectory: '' })}
        onChange={(event) => onChoose(event.currentTarget.files)}
        className="max-w-full text-base font-normal"
      />
    </label>
  )
}

type Choosing = { label: string; choices: Option[]; empty?: string; usual?: string; onChoose: (value: string) => void }

function Choose({ label, choices, empty, usual, onChoose }: Choosing) {
  const id = useId()
  return (
    <label htmlFor={id} className="flex min-w-56 flex-col gap-1.5 font-medium">
      {label}
      <select
        id={id}
        className="control font-normal"
        defaultValue={usual ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
