'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'

type Props = { href: string; label: string; done: string; failed: string }

/** Fetches the file and puts it on the clipboard. The promise is handed over unresolved, which Safari insists on. */
export function CopyMarkdown({ href, label, done, failed }: Props) {
  const [said, say] = useState('')
  const copy = async () => {
    const text = fetch(href).then(async (response) => {
      if (!response.ok) throw new Error(String(response.status))
      return response.text()
    })
    try {
      if (typeof ClipboardItem === 'undefined') await navigator.clipboard.writeText(await text)
      else {
        const blob = text.then((markdown) => new Blob([markdown], { type: 'text/plain' }))
        await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
      }
      say(done)
    } catch {
      say(failed)
    }
  }
  return (
    <>
      <Button size="small" onClick={copy}>
        {said === done ? done : label}
      </Button>
      <span role="status" className={said === failed ? 'mt-1 block text-sm text-muted' : 'sr-only'}>
        {said}
      </span>
    </>
  )
}
