'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Heading,
  I18nProvider,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import { Kbd } from '#components/ui/kbd.tsx'
import { useAnswers } from '#components/ui/use-answers.ts'
import { groupMatches } from './palette-matches.ts'
import type { PaletteItem } from './shell-data.ts'
import { takeTypedAhead } from './type-ahead.ts'

export type CommandPaletteProps = {
  items: PaletteItem[]
  url: string
  text: { title: string; placeholder: string; none: string }
  isOpen: boolean
  onOpenChange: (open: boolean) => void
}

export function CommandPalette({ isOpen, onOpenChange, ...rest }: CommandPaletteProps) {
  return (
    <I18nProvider locale={document.documentElement.lang}>
      <ModalOverlay
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        isDismissable
        className="fixed inset-0 z-50 bg-scrim px-4 pt-[12vh] print:hidden"
      >
        <Modal className="mx-auto max-w-xl overflow-hidden rounded-xl bg-raised shadow-floating">
          <Dialog className="outline-none">{({ close }) => <Palette {...rest} close={close} />}</Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}

function Palette({
  items,
  url,
  text,
  close,
}: Omit<CommandPaletteProps, 'isOpen' | 'onOpenChange'> & { close: () => void }) {
  const router = useRouter()
  const [query, setQuery] = useState('')
  const words = query.trim()
  const found = useAnswers<PaletteItem>({ url, query: words.length < 2 ? null : words })
  const groups = groupMatches({ items, found, query })
  const act = (href: string) => {
    const { fill } = groups.flatMap(({ items }) => items).find((item) => item.href === href) ?? {}
    if (fill !== undefined) return setQuery(fill)
    close()
    router.push(href)
  }
  const catchUp = () => {
    const typed = takeTypedAhead()
    if (typed) setQuery(query + typed)
  }
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <Heading slot="title" className="sr-only">
        {text.title}
      </Heading>
      <TextField aria-label={text.title} autoFocus onFocus={catchUp} className="border-b border-line">
        <Input placeholder={text.placeholder} className="h-13 w-full bg-transparent px-4 text-[1rem] outline-none" />
      </TextField>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be scrollable by keyboard, and the entries only have virtual focus. */}
      <div tabIndex={0} className="max-h-[min(26rem,60vh)] overflow-y-auto focus-visible:-outline-offset-2">
        <Menu
          aria-label={text.title}
          onAction={(key) => act(String(key))}
          renderEmptyState={() => <p className="px-3 py-8 text-center text-muted">{text.none}</p>}
          className="p-1.5 outline-none"
        >
          {groups.map((group) => (
            <MenuSection key={group.name}>
              <Header className="px-2.5 pt-2.5 pb-1 text-xs font-medium text-faint">{group.name}</Header>
              {group.items.map((item) => (
                <MenuItem
                  key={item.href}
                  id={item.href}
                  textValue={item.label}
                  className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 outline-none data-focused:bg-hover pointer-coarse:min-h-11"
                >
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.detail && <span className="truncate text-sm text-muted">{item.detail}</span>}
                  {item.keys && <Kbd keys={item.keys} />}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </div>
    </Autocomplete>
  )
}
