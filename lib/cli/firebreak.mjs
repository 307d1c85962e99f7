#!/usr/bin/env node
// The one way in, for npm scripts, `npx firebreak` and the container. Plain JavaScript without packages, because it must
// run on a fresh clone and on a Node that is too old, and say so in one sentence.
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Firebreak needs Node.js 20.19 or newer, and this is ${process.versions.node}. Get it from nodejs.org.`)
  process.exit(1)
}

const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
process.env.FIREBREAK_HOME = home

// The container image was prepared whole when it was made, and cannot write to itself.
if (!process.env.FIREBREAK_PREPARED) {
  const { prepare } = await import('./prepare.mjs')
  await prepare(home, process.argv[2])
}

const { main } = await import(pathToFileURL(path.join(home, 'dist/main.mjs')).href)
await main(process.argv.slice(2))
