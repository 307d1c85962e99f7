import type { Root } from 'hast'
import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { useTranslations } from 'next-intl'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { Prose } from '#components/ui/prose.tsx'
import type { Degraded } from '#lib/markdown/rendered.ts'

/**
 * A text a person wrote, from the sanitized tree `renderMarkdown` returns. Elements, never HTML in a string. It is
 * used by server components only and sends no JavaScript.
 */
export function Markdown({
  tree,
  degraded,
  embed,
}: {
  tree: Root
  degraded?: Degraded | undefined
  /** What draws a marked place in the text; without it the words stand there. */
  embed?: Components['div']
}) {
  return (
    <Prose>
      {degraded && <ShownAsTyped reason={degraded} />}
      {/* Alignment stays an attribute: our content security policy blocks inline styles. */}
      {toJsxRuntime(tree, {
        Fragment,
        jsx,
        jsxs,
        components: embed ? { ...markdownElements, div: embed } : markdownElements,
        ignoreInvalidStyle: true,
        tableCellAlignToStyle: false,
      })}
    </Prose>
  )
}

/** Also for guides, so that a table or a link behaves the same in both. */
export const markdownElements = {
  a: Link,
  img: Picture,
  input: Task,
  pre: Code,
  table: Table,
} satisfies Partial<Components>

function ShownAsTyped({ reason }: { reason: Degraded }) {
  const t = useTranslations('markdown')
  return <p className="text-muted">{t(`degraded.${reason}`)}</p>
}

function Link({ children, ...props }: React.ComponentProps<'a'>) {
  const external = /^(?:https?:)?\/\//i.test(props.href ?? '')
  return (
    <a {...props} {...(external && { className: 'external-link' })}>
      {children}
      {external && <span aria-hidden="true"> ↗</span>}
    </a>
  )
}

/** Its size is known, so that nothing jumps while it comes. */
function Picture({ src, alt, width, height }: React.ComponentProps<'img'>) {
  const t = useTranslations('markdown')
  const words = alt?.trim() || t('undescribed')
  // biome-ignore lint/performance/noImgElement: it is served as it is, to those who may read the text.
  return <img {...{ src, width, height }} alt={words} decoding="async" className="prose-image" />
}

/** A checkbox in text shows a state; it is not a control, and says its state to those who do not see it. */
function Task({ checked }: React.ComponentProps<'input'>) {
  const t = useTranslations('markdown')
  return <input type="checkbox" disabled defaultChecked={checked} aria-label={t(checked ? 'taskDone' : 'taskOpen')} />
}

/** Wide code and tables scroll inside their own box, which therefore must be reachable by keyboard. */
function Code(props: React.ComponentProps<'pre'>) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1).
  return <pre {...props} tabIndex={0} />
}

/** A group, not a region: a page with ten tables shall not have ten landmarks of the same name. */
function Table(props: React.ComponentProps<'table'>) {
  const t = useTranslations('markdown')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1).
    <div className="prose-table overflow-x-auto" role="group" tabIndex={0} aria-label={t('table')}>
      <table {...props} />
    </div>
  )
}
