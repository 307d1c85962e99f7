'use client'

import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from 'react'
import { TextArea } from '#components/ui/text-area.tsx'
import { mentionOf } from '#lib/mentions.ts'

export type Mentioned = { id: string; name: string; reads: boolean }
export type LookForPeople = () => Promise<readonly Mentioned[]>

type Props = ComponentProps<typeof TextArea> & MentionProps
type MentionProps = { people: LookForPeople; words: { people: string; cannotOpen: string } }

/** A plain field in which an @ offers colleagues, as the editor does. The list comes with the first @. */
export function MentionArea({ people, words, ...field }: Props) {
  const { wiring, list } = useMentions({ people, words })
  return (
    <div className="relative">
      <TextArea {...field} {...wiring} />
      {list}
    </div>
  )
}

/** Enough to choose from; another letter narrows it. */
const SHOWN_MAX = 8
const TYPED = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u

/** For any textarea: what it needs, and the list that stands below it. */
export function useMentions({ people, words }: MentionProps) {
  const id = useId()
  const known = useRef<Promise<readonly Mentioned[]>>(undefined)
  const area = useRef<HTMLTextAreaElement>(null)
  const [found, setFound] = useState<readonly Mentioned[]>([])
  const [at, setAt] = useState(0)
  const close = () => setFound([])

  async function look(target: HTMLTextAreaElement): Promise<void> {
    area.current = target
    const typed = typedIn(target)
    if (typed === undefined) return close()
    known.current ??= people()
    const all = await known.current.catch(() => undefined)
    // The network was away: the next letter asks again.
    if (!all) known.current = undefined
    if (typedIn(target) !== typed) return
    setFound(matching(all ?? [], typed))
    setAt(0)
  }

  function choose(person: Mentioned | undefined): void {
    const target = area.current
    const typed = target ? typedIn(target) : undefined
    if (!person || !target || typed === undefined) return
    const end = target.selectionStart
    target.setRangeText(`${mentionOf(person)} `, end - typed.length - 1, end, 'end')
    target.dispatchEvent(new Event('input', { bubbles: true }))
    target.focus()
    close()
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>): void {
    // With Ctrl or ⌘ it is the field's own key: what was typed is sent as it stands.
    if (found.length === 0 || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setAt((at + step + found.length) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(found[at])
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const open = found.length > 0
  const wiring = {
    onInput: (event: { currentTarget: HTMLTextAreaElement }) => void look(event.currentTarget),
    onKeyDown: press,
    onBlur: close,
    autoComplete: 'off',
    'aria-autocomplete': 'list' as const,
    'aria-controls': open ? id : undefined,
    'aria-activedescendant': open ? `${id}-${at}` : undefined,
  }
  return { wiring, list: open && <People {...{ id, found, at, words, choose }} /> }
}

type ListProps = {
  id: string
  found: readonly Mentioned[]
  at: number
  words: MentionProps['words']
  choose: (person: Mentioned) => void
}

function People({ id, found, at, words, choose }: ListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={words.people}
      className="absolute inset-x-0 top-full z-20 mt-1 max-w-sm rounded-lg bg-raised p-1 shadow-floating"
    >
      {found.map((person, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active one.
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's.
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className="flex min-h-8 cursor-pointer items-center justify-between gap-3 rounded-md px-2.5 py-1 aria-selected:bg-accent-soft pointer-coarse:min-h-11"
          // A press would take the focus, and the list would be gone before it counts as a click.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(person)}
        >
          <span>{person.name}</span>
          {!person.reads && <span className="text-sm text-muted">{words.cannotOpen}</span>}
        </div>
      ))}
    </div>
  )
}

function typedIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): string | undefined {
  if (selectionStart !== selectionEnd) return undefined
  return TYPED.exec(value.slice(Math.max(0, selectionStart - 80), selectionStart))?.[1]
}

/** Those who can open it first; then by where in the name it stands. */
function matching(people: readonly Mentioned[], typed: string): Mentioned[] {
  const wanted = typed.toLocaleLowerCase()
  const rank = ({ name, reads }: Mentioned) => {
    const lower = name.toLocaleLowerCase()
    const place = lower.startsWith(wanted) ? 0 : lower.includes(` ${wanted}`) ? 1 : -1
    return place < 0 ? -1 : place + (reads ? 0 : 2)
  }
  return people
    .map((person) => ({ person, rank: rank(person) }))
    .filter(({ rank }) => rank >= 0)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, SHOWN_MAX)
    .map(({ person }) => person)
}
