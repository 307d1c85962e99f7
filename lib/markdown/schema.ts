import type { Options as Schema } from 'rehype-sanitize'
import { ID_PREFIX } from '#lib/markdown/rendered.ts'

const OUR_ID = new RegExp(`^${ID_PREFIX}`)
const OUR_IMAGE = /^\/postmortems\/\d+\/images\/[0-9a-f-]{36}$/

/**
 * What may be in a page from a person's text. Shorter than the library's default on purpose: no images but the
 * document's own (a remote one tells its owner who reads), no raw-HTML-only elements (raw HTML is dropped before this),
 * no name or class a text could choose except a code block's language, and ids only with our prefix.
 */
export const schema: Schema = {
  tagNames: (
    'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p pre section strong sup ' +
    'table tbody td th thead tr ul'
  ).split(' '),
  attributes: {
    a: [
      'href',
      'title',
      ['rel', 'noopener', 'noreferrer', 'nofollow', 'ugc'],
      ['id', OUR_ID],
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaLabel',
      ['ariaDescribedBy', OUR_ID],
      ['className', 'data-footnote-backref'],
    ],
    code: [['className', /^language-[\w+#.-]{1,40}$/]],
    img: [['src', OUR_IMAGE], 'alt', 'width', 'height'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: [
      ['id', OUR_ID],
      ['className', 'task-list-item'],
    ],
    ol: ['start', ['className', 'contains-task-list']],
    p: [
      ['id', OUR_ID],
      ['className', 'sr-only'],
    ],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: [['align', 'left', 'center', 'right']],
    th: [['align', 'left', 'center', 'right']],
    ul: [['className', 'contains-task-list']],
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, [['id', OUR_ID]]])),
  },
  ancestors: { tbody: ['table'], td: ['table'], th: ['table'], thead: ['table'], tr: ['table'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  required: { input: { type: 'checkbox', disabled: true } },
  strip: ['script', 'style'],
  // Ids already carry the prefix, and the pattern above drops any that do not; clobbering again would prefix twice.
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
}
