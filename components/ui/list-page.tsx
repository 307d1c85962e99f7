import type { ComponentProps, ReactNode } from 'react'
import { LinkButton } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { PageHeader } from './page-header.tsx'
import { Pagination } from './pagination.tsx'
import { TabsNav } from './tabs-nav.tsx'

/** A list people look for something in: what it is, its tabs and filters, the rows or what would be there, and the way on. */
export function ListPage({
  create,
  actions,
  above,
  tabs,
  filters,
  none,
  pages,
  children,
  ...header
}: Omit<ComponentProps<typeof PageHeader>, 'document' | 'eyebrow'> & {
  /** For those who may add to it. */
  create?: { href: string; label: string } | false
  above?: ReactNode
  tabs?: ComponentProps<typeof TabsNav>
  filters?: ReactNode
  /** What is said instead of the rows, while there are none. */
  none?: ComponentProps<typeof EmptyState> | false
  pages: ComponentProps<typeof Pagination>
  children: ReactNode
}) {
  const button = create && (
    <LinkButton href={create.href} tone="primary">
      {create.label}
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        {...header}
        actions={
          (actions || button) && (
            <>
              {actions}
              {button}
            </>
          )
        }
      />
      {above}
      {tabs && <TabsNav {...tabs} />}
      {filters}
      {/* Where nothing narrows a list, nothing is there yet, and the first step is offered. */}
      {none ? <EmptyState actions={!filters && button} {...none} /> : children}
      <Pagination {...pages} />
    </>
  )
}
