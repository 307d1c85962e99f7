'use client'

import { Plus } from 'lucide'
import { type ReactNode, use, useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { FormContext } from '#components/ui/form-state.ts'
import { Icon } from '#components/ui/icon.tsx'

/**
 * Rows of a list in a form. A few blank ones are there from the start, because without scripts there is no adding;
 * blank rows are left out when the form is read.
 */
export function Repeated({
  name,
  filled,
  most,
  spare,
  add,
  row,
}: {
  name: string
  filled: number
  most: number
  spare: number
  add: string
  row: (index: number) => ReactNode
}) {
  const values = use(FormContext)?.state.values ?? {}
  const typed = Object.keys(values).map((key) => (key.startsWith(`${name}.`) ? Number(key.split('.')[1]) + 1 : 0))
  const [extra, setExtra] = useState(0)
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const count = Math.min(most, Math.max(filled + spare + extra, ...typed))
  return (
    <div className="flex flex-col gap-4">
      {Array.from({ length: count }, (_, index) => row(index))}
      {scripted && count < most && (
        <div>
          <Button size="small" onClick={() => setExtra(extra + 1)}>
            <Icon icon={Plus} />
            {add}
          </Button>
        </div>
      )}
    </div>
  )
}
