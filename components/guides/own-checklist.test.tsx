import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OwnChecklist } from './own-checklist.tsx'

test('an own checklist needs no messages in the browser, and begins with nothing ticked', () => {
  const counts = ['0 of 2 done', '1 of 2 done', '2 of 2 done']
  const html = renderToStaticMarkup(
    <OwnChecklist
      slug="drain"
      items={['Look twice.', '<b>Wait</b> for a number.']}
      counts={counts}
      reset="Start over"
    />,
  )
  expect(html.match(/<input type="checkbox"/g)).toHaveLength(2)
  expect(html).not.toContain('checked=""')
  expect(html).toContain('0 of 2 done')
  expect(html).toContain('&lt;b&gt;Wait&lt;/b&gt; for a number.')
})
