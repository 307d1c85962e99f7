/**
 * What the checklists of a guide ask, read from its source: compiling it for nine lines would cost a tenth of a second. A
 * checklist is a plain list between its tags, and `npm run check` says so where one is more than that.
 */
export function itemsIn(body: string): string[] {
  return [...body.matchAll(/^<Checklist>\n([\s\S]*?)^<\/Checklist>/gm)].flatMap(([, list = '']) =>
    list
      .split(/^[-*] /m)
      .slice(1)
      .map(words),
  )
}

/** As a reader sees it: without the signs of links, code and emphasis, on one line. */
const words = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`)(.*?)\1/g, '$2')
    .replace(/(^|\s)[*_](\S.*?)[*_](?=\W|$)/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim()
