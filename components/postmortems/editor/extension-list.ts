import { itemsExtension } from '#components/action-items/editor-extension.tsx'
import { hintsExtension } from '#components/blameless/editor-extension.tsx'
import { commentsExtension } from '#components/comments/editor-extension.tsx'
import { embedSnippets } from '#components/embeds/snippets.ts'
import { imagesExtension } from '#components/images/editor-extension.tsx'
import { toggleMark, wrapAsLink } from './edits.ts'
import type { EditorExtension } from './extension.ts'
import { snippets } from './snippets.ts'

/** Later ones come after earlier ones in menus. */
export const editorExtensions: readonly EditorExtension[] = [
  { name: 'snippets', snippets },
  { name: 'embeds', snippets: embedSnippets },
  {
    name: 'marks',
    onSelection: [
      { name: 'bold', label: ({ bold }) => bold, run: toggleMark('**') },
      { name: 'italic', label: ({ italic }) => italic, run: toggleMark('_') },
      { name: 'link', label: ({ link }) => link, run: wrapAsLink },
    ],
  },
  imagesExtension,
  commentsExtension,
  itemsExtension,
  hintsExtension,
]
