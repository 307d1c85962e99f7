'use client'

import { EditorView } from '@codemirror/view'
import { ImagePlus } from 'lucide'
import { lazy, Suspense, useEffect, useId, useState } from 'react'
import type { EditorExtension, SectionPlace } from '#components/postmortems/editor/extension.ts'
import { buttonLook } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { coming } from './coming.ts'
import { type ImagesGiven, KEPT_FLAG } from './given.ts'

const UploadList = lazy(() => import('./upload-list.tsx'))

/** Pictures by paste, by drop and by a button. What sends them comes with the first one. */
export const imagesExtension: EditorExtension = {
  name: 'images',
  extend: (place) => (place.given.images ? [coming, taking(place)] : []),
  Below,
}

const taking = (place: SectionPlace) =>
  EditorView.domEventHandlers({
    paste(event, view) {
      // Spreadsheets and word processors put a picture of the words beside the words.
      const types = event.clipboardData?.types ?? []
      if (types.includes('text/plain') && types.includes('text/html')) return false
      return take(event, { place, files: event.clipboardData?.files, at: view.state.selection.main.head })
    },
    drop(event, view) {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.selection.main.head
      return take(event, { place, files: event.dataTransfer?.files, at })
    },
  })

type Taken = { place: SectionPlace; files: FileList | undefined; at: number }

function take(event: Event, { place, files, at }: Taken): boolean {
  const pictures = [...(files ?? [])].filter(({ type }) => type.startsWith('image/'))
  if (pictures.length === 0) return false
  event.preventDefault()
  void add(place, pictures, at)
  return true
}

async function add(place: SectionPlace, files: readonly File[], at: number): Promise<void> {
  wake.get(place)?.()
  const { uploadsAt } = await import('./uploads.ts')
  uploadsAt(place)?.add(files, at)
}

/** How a section is told that there is something to show. */
const wake = new WeakMap<SectionPlace, () => void>()

function Below({ place }: { place: SectionPlace }) {
  const given = place.given.images as ImagesGiven | undefined
  const [wanted, setWanted] = useState(false)
  const id = useId()
  useEffect(() => {
    wake.set(place, () => setWanted(true))
    if (localStorage.getItem(KEPT_FLAG)) setWanted(true)
    return () => void wake.delete(place)
  }, [place])
  if (!given) return null
  const head = () => place.document.section(place.key)?.host.state.selection.main.head ?? 0
  return (
    <div className="mt-2 flex flex-col gap-2 print:hidden">
      {wanted && (
        <Suspense fallback={null}>
          <UploadList place={place} />
        </Suspense>
      )}
      <div>
        <label
          htmlFor={id}
          className={buttonLook({
            tone: 'quiet',
            size: 'small',
            className: 'cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent',
          })}
        >
          <Icon icon={ImagePlus} className="size-4" />
          {given.text.add}
          <input
            id={id}
            type="file"
            accept="image/png,image/jpeg,image/gif,image/webp"
            multiple
            className="sr-only"
            onChange={({ currentTarget }) => {
              void add(place, [...(currentTarget.files ?? [])], head())
              currentTarget.value = ''
            }}
          />
        </label>
      </div>
    </div>
  )
}
