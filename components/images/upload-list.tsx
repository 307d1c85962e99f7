'use client'

import { useEffect, useId, useMemo, useState, useSyncExternalStore } from 'react'
import type { SectionPlace } from '#components/postmortems/editor/extension.ts'
import { filled } from '#components/postmortems/writing-text.ts'
import { Button } from '#components/ui/button.tsx'
import type { ImagesGiven } from './given.ts'
import { type Upload, type Uploads, uploadsAt } from './uploads.ts'

type Text = ImagesGiven['text']
const none: readonly Upload[] = []

/** The pictures on their way, and those that ask what they show. Nothing here waits for an answer. */
export default function UploadList({ place }: { place: SectionPlace }) {
  const uploads = useMemo(() => uploadsAt(place), [place])
  const list = useSyncExternalStore(uploads?.subscribe ?? never, uploads?.list ?? (() => none), () => none)
  const { text } = (place.given.images as ImagesGiven | undefined) ?? { text: undefined }
  if (!uploads || !text || list.length === 0) return null
  return (
    <ul aria-label={text.pictures} className="flex flex-col gap-2">
      {list.map((upload) => (
        <li key={upload.id} className="rounded-md border border-line bg-raised p-3 text-base">
          <Row {...{ upload, uploads, text }} number={place.number} />
        </li>
      ))}
    </ul>
  )
}

const never = () => () => undefined
type RowProps = { upload: Upload; uploads: Uploads; text: Text; number: number }

function Row(props: RowProps) {
  const { upload, uploads, text } = props
  const { state, percent, why, again, name } = upload
  const called = { name: upload.file.name }
  if (state === 'describing') return <Describe {...props} />
  if (state === 'sending')
    return (
      <div className="flex flex-wrap items-center gap-3">
        <span role="status">{filled(text.uploading, called)}</span>
        <progress max={100} value={percent} aria-label={called.name} className="h-1.5 w-32 accent-accent" />
      </div>
    )
  return (
    <div className="flex flex-wrap items-center gap-2">
      {state === 'failed' ? (
        <p role="alert" className="mr-auto text-danger">
          {filled(text.failed, { ...called, why })}
        </p>
      ) : (
        <p role="status" className="mr-auto">
          {filled(text.waiting, called)}
        </p>
      )}
      {state === 'failed' && again && (
        <Button size="small" onClick={() => uploads.retry(upload)}>
          {text.retry}
        </Button>
      )}
      {state === 'waiting' && name && (
        <Button size="small" onClick={() => uploads.putAtEnd(upload)}>
          {text.place}
        </Button>
      )}
      <Button tone="quiet" size="small" onClick={() => uploads.remove(upload)}>
        {text.remove}
      </Button>
    </div>
  )
}

/** It is no form, because the page's own form is around it. */
function Describe({ upload, uploads, text }: RowProps) {
  const id = useId()
  const [words, setWords] = useState('')
  const preview = useObjectUrl(upload.file)
  const save = () => (words.trim() === '' ? undefined : uploads.describe(upload, words))
  return (
    <div className="flex flex-wrap items-start gap-3">
      {/* biome-ignore lint/performance/noImgElement: it is the file that was just chosen. */}
      <img src={preview} alt="" className="size-16 shrink-0 rounded-sm border border-line object-cover" />
      <div className="flex min-w-48 flex-1 flex-col gap-1">
        <label htmlFor={id} className="font-medium">
          {text.describe}
        </label>
        <p id={`${id}-hint`} className="text-sm text-muted">
          {text.describeHint}
        </p>
        <input
          id={id}
          type="text"
          maxLength={300}
          value={words}
          aria-describedby={`${id}-hint`}
          className="control"
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            // The form around it would be sent.
            event.preventDefault()
            save()
          }}
        />
        <div className="mt-1 flex gap-2">
          <Button size="small" aria-disabled={words.trim() === ''} onClick={save}>
            {text.save}
          </Button>
          <Button tone="quiet" size="small" onClick={() => uploads.later(upload)}>
            {text.later}
          </Button>
        </div>
      </div>
    </div>
  )
}

function useObjectUrl(file: File): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
