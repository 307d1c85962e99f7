'use client'

import { useStatus, useWriting } from './writing.tsx'

/** What the document is called at this moment, whoever of those who write in it said so. */
export function WorkingTitle({ title }: { title: string }) {
  return useStatus(useWriting(), (status) => status.title) ?? title
}
