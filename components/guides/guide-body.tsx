import type { MDXContent } from 'mdx/types'
import * as runtime from 'react/jsx-runtime'
import { Callout } from '#components/guides/callout.tsx'
import { Checklist } from '#components/guides/checklist.tsx'
import { Diagram } from '#components/guides/diagram.tsx'
import { type Living, livingComponents } from '#components/guides/living.tsx'
import { markdownElements } from '#components/markdown.tsx'
import { Prose } from '#components/ui/prose.tsx'
import type { GuideComponent, LivingComponent } from '#lib/guides/model.ts'

/** The text of a guide. Evaluated on the server; the reader's browser gets HTML and no JavaScript. */
export function GuideBody({ code, living }: { code: string; living: Living }) {
  const components = { ...markdownElements, ...guideComponents, ...livingComponents(living) }
  return <Prose>{evaluate(code)({ components })}</Prose>
}

const guideComponents = { Callout, Checklist, Diagram } satisfies Record<
  Exclude<GuideComponent, LivingComponent>,
  unknown
>

/**
 * Runs what `compileGuide` made of a file of this repository. The bundler's own client does the same with whichever
 * copy of React it finds; this uses the one that renders the page.
 */
function evaluate(code: string): MDXContent {
  const scope = { React: {}, ReactDOM: {}, _jsx_runtime: runtime }
  return new Function(...Object.keys(scope), code)(...Object.values(scope)).default
}
