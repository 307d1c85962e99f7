import { rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { buildBare, startBare, startFirebreak, temporaryFolder } from './servers.ts'
import { visit } from './visitor.ts'

// How much JavaScript does reading a postmortem cost, above what Next itself ships? Scripts of the page, each gzipped.
const dataDirectory = temporaryFolder('weight')
const bare = await buildBare()
try {
  const product = await startFirebreak(55522, { DATA_DIR: dataDirectory, FIREBREAK_SAMPLE: '1' })
  const { cookie, readPage } = await visit(product.url)
  const ours = await scriptBytes(product.url, readPage, cookie)
  await product.stop()
  const next = await startBare(bare.server, 55523)
  const theirs = await scriptBytes(next.url, '/', '')
  await next.stop()
  const result = {
    firebreakBytes: ours,
    bareNextBytes: theirs,
    aboveBytes: ours - theirs,
    ratio: Number((ours / theirs).toFixed(2)),
  }
  console.log(JSON.stringify({ bench: 'weight', page: readPage, ...result }))
} finally {
  bare.remove()
  rmSync(dataDirectory, { recursive: true, force: true })
}

async function scriptBytes(url: string, page: string, cookie: string): Promise<number> {
  const response = await fetch(url + page, { headers: { cookie } })
  if (!response.ok) throw new Error(`${page} answered ${response.status}.`)
  const sources = [...(await response.text()).matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)]
    // For browsers without modules; no browser of this decade asks for it.
    .filter(([tag]) => !/\snomodule/i.test(tag))
    .map(([, source]) => source ?? '')
  let bytes = 0
  for (const source of new Set(sources)) {
    const script = await fetch(new URL(source, url))
    bytes += gzipSync(Buffer.from(await script.arrayBuffer())).length
  }
  return bytes
}
