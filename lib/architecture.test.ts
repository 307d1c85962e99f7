import { describe, expect, test } from 'vitest'
import { isTest, readSources, type Source } from './testing/sources.ts'

const sources = readSources()
const byFile = new Map(sources.map((source) => [source.file, source]))
const product = sources.filter((source) => !isTest(source) && !/^(e2e|bench)\//.test(source.file))

/** Not nouns: the database, the doors, the process around everything, and what all nouns share. */
const around = ['auth', 'backup', 'boot', 'cli', 'db', 'health', 'jobs', 'markdown', 'policy', 'testing', 'web']

const folderOf = (file: string) => /^lib\/([^/]+)\//.exec(file)?.[1]
const nounOf = (file: string) => {
  const folder = folderOf(file)
  return folder && !around.includes(folder) ? folder : undefined
}
const isShared = (file: string) => /^lib\/[^/]+$/.test(file)
const isCommand = (file: string) => /^(?:export )?const \w+ = command\(/m.test(byFile.get(file)?.text ?? '')
const inFolder =
  (...folders: string[]) =>
  (target: string) =>
    folders.some((folder) => target.startsWith(`${folder}/`))
const isPackage =
  (...names: string[]) =>
  (target: string) =>
    names.some((name) => target === name || target.startsWith(`${name}/`))

type Rule = {
  name: string
  /** What to do instead. It is the failure message, so it teaches. */
  instead: string
  applies: (file: string) => boolean
  refuses: (target: string, file: string) => boolean
  /** Types bind nothing at run time; some rules are about meaning and hold for them too. */
  typesToo: boolean
}

const rules: Rule[] = [
  {
    name: 'app/ holds URLs, no queries and no rules',
    instead: 'Ask a query or a command of the noun; the database is behind them.',
    applies: (file) => file.startsWith('app/'),
    refuses: inFolder('prisma/client', 'lib/db', 'lib/boot', 'lib/cli', 'lib/testing'),
    typesToo: true,
  },
  {
    name: 'a route does not reach into another route',
    instead: 'Move what both need to components/ or to the noun, or to a folder above both.',
    applies: (file) => file.startsWith('app/'),
    refuses: (target, file) => target.startsWith('app/') && !isAbove(target, file),
    typesToo: true,
  },
  {
    name: 'components get plain data: they never fetch and never decide',
    instead: 'Let the page fetch and pass a prop; a form gets its action as a prop too.',
    applies: (file) => file.startsWith('components/'),
    refuses: (target) =>
      inFolder('app', 'lib/db', 'lib/web', 'lib/auth', 'lib/boot', 'lib/cli', 'prisma')(target) ||
      isPackage('next/headers', 'next/cache')(target) ||
      /\/queries\.ts$/.test(target) ||
      isCommand(target),
    typesToo: false,
  },
  {
    name: 'components/ui could ship in another product: it knows no noun',
    instead: 'Put it in components/<noun>/ and let it use the kit.',
    applies: (file) => file.startsWith('components/ui/'),
    refuses: (target) =>
      folderOf(target) !== undefined || (target.startsWith('components/') && !target.startsWith('components/ui/')),
    typesToo: true,
  },
  {
    name: 'nouns run without Next, React and the database client',
    instead: 'Take what is needed from Work or as an argument; doors and pages are in lib/web and app/.',
    applies: (file) => nounOf(file) !== undefined,
    refuses: (target) =>
      inFolder('app', 'components', 'lib/web', 'lib/db', 'lib/boot', 'lib/cli', 'lib/testing')(target) ||
      isPackage('next', 'react', 'pg')(target),
    typesToo: false,
  },
  {
    name: "nouns do not run another noun's commands",
    instead: 'Read it with its queries, or let the outbox tell it what happened.',
    applies: (file) => nounOf(file) !== undefined,
    refuses: (target, file) => nounOf(target) !== undefined && nounOf(target) !== nounOf(file) && isCommand(target),
    typesToo: false,
  },
  {
    name: 'model.ts is pure: no I/O, no client, no other noun but its words',
    instead: 'Pass in what it needs to know; let the command fetch it.',
    applies: (file) => /^lib\/[^/]+\/model\.ts$/.test(file),
    refuses: (target) =>
      /^node:(?!crypto$)/.test(target) ||
      inFolder('prisma/client', 'lib/db')(target) ||
      /\/queries\.ts$/.test(target) ||
      isCommand(target),
    typesToo: false,
  },
  {
    name: 'lib/*.ts is the shared language: it imports no noun',
    instead: 'Move it into the noun, or give it what it needs as an argument.',
    applies: isShared,
    refuses: (target) => folderOf(target) !== undefined,
    typesToo: false,
  },
  {
    name: 'lib/db knows drivers and nothing of the product',
    instead: 'Let the caller pass it in.',
    applies: (file) => file.startsWith('lib/db/'),
    refuses: (target) =>
      inFolder('app', 'components')(target) || (folderOf(target) !== undefined && folderOf(target) !== 'db'),
    typesToo: true,
  },
]

describe('who may import whom', () => {
  test.each(rules)('$name', ({ name, instead, applies, refuses, typesToo }) => {
    const subjects = product.filter(({ file }) => applies(file))
    expect(subjects.length, 'The rule applies to no file, so it checks nothing.').toBeGreaterThan(0)
    const broken = subjects.flatMap(({ file, imports }) =>
      imports
        .filter(({ target, typeOnly }) => (typesToo || !typeOnly) && refuses(target, file))
        .map(({ target }) => `${file} imports ${target}`),
    )
    expect(broken, `${name}. ${instead}`).toEqual([])
  })

  test('what components use of lib works in a browser', () => {
    const broken = product
      .filter(({ file }) => file.startsWith('components/') || file.startsWith('app/'))
      .filter(({ text }) => /^['"]use client['"]/.test(text))
      .flatMap(({ file }) => wayToNode(file).map((way) => way.join(' → ')))
    expect(broken, 'Split the pure part off, or import only its types.').toEqual([])
  })

  test('what is shown as a still has no island, which would never wake up in it', () => {
    const islands = [...reached('components/stills/stills.tsx')].filter((file) =>
      /^['"]use client['"]/.test(byFile.get(file)?.text ?? ''),
    )
    expect(islands, 'Let the page show the island between two stills.').toEqual([])
  })

  test('nouns do not go round in circles', () => {
    const circles = [...new Set(product.flatMap(({ file }) => nounOf(file) ?? []))].filter((noun) =>
      reach(noun).has(noun),
    )
    expect(circles, 'Let one of them know the other, and not back.').toEqual([])
  })
})

describe('what files are called and how long they get', () => {
  test('kebab-case, no barrels and no drawers for everything', () => {
    // "services" is not among them: a service is one of the product's nouns.
    const drawers = /(^|\/)(index|(utils?|helpers?|hooks|types|common|misc)(\/.*)?|[^/]*(manager|helper|util))\.tsx?$/
    const bad = sources.map(({ file }) => file).filter((file) => drawers.test(file))
    expect(bad, 'Name it by what it holds.').toEqual([])
    const names = sources.filter(({ file }) => !/^[a-z0-9.-]+$/.test(file.split('/').at(-1) ?? ''))
    expect(
      names.map(({ file }) => file),
      'File names are lower case with hyphens.',
    ).toEqual([])
  })

  test('one file, one verb', () => {
    // A verb and its other half, like signing out here and everywhere, may share what they do.
    const several = product.filter(({ text }) => (text.match(/^export const \w+ = command\(/gm) ?? []).length > 2)
    expect(
      several.map(({ file }) => file),
      'Give each command the file its verb names.',
    ).toEqual([])
  })

  test('300 lines are the ceiling, for tests too', () => {
    const sizes = product.map(({ lines }) => lines).sort((a, b) => a - b)
    const at = (share: number) => sizes[Math.floor((sizes.length - 1) * share)]
    console.log(`${sizes.length} files; median ${at(0.5)} lines, 95 % below ${at(0.95)}, longest ${sizes.at(-1)}`)
    const long = sources.filter(({ lines }) => lines > 300).map(({ file, lines }) => `${file} has ${lines} lines`)
    expect(
      long,
      'Something in it has a name of its own; give it a file. What two tests share goes to lib/testing.',
    ).toEqual([])
  })
})

describe('what is not written', () => {
  test('any', () => {
    const found = sources.filter(({ text }) =>
      /(:\s*|\bas |<|\| )any\b(?=[\s;,)>[\]=]|$)(?![^\n]*\*\/)/m.test(withoutComments(text)),
    )
    expect(
      found.map(({ file }) => file),
      'Use unknown and look at what it is.',
    ).toEqual([])
  })

  test('asking who is signed in inside a transaction', () => {
    // In an action nothing remembers the answer: it begins a second transaction, and the embedded database lets it wait for the first.
    const bodies = /^(?:export )?(?:async )?function \w+\([^)]*\bwork: Work\b[\s\S]*?^}/gm
    const asks = /\b(?:currentContext|visitorContext|currentHolder|contextForRequest)\(/
    const found = product.filter(({ text }) => [...text.matchAll(bodies)].some(([body]) => asks.test(body)))
    expect(found.map(({ file }) => `${file}: hand the actor over, or take it from work.`)).toEqual([])
  })

  test('SQL put together from text, outside the database layer', () => {
    const found = product.filter(({ file, text }) => /RawUnsafe\b/.test(text) && !/^(lib\/db|prisma)\//.test(file))
    expect(
      found.map(({ file }) => file),
      'Use $queryRaw with a template: its values are parameters.',
    ).toEqual([])
  })
})

/** A file of a folder above, or of the same folder and what is under it. */
function isAbove(target: string, file: string): boolean {
  const folder = target.slice(0, target.lastIndexOf('/') + 1)
  const own = file.slice(0, file.lastIndexOf('/') + 1)
  return own.startsWith(folder) || folder.startsWith(own)
}

/** Every chain of imports from a file to something only Node has. Server actions are references there, not code. */
function wayToNode(file: string, seen = new Set<string>()): string[][] {
  if (seen.has(file)) return []
  seen.add(file)
  const source = byFile.get(file)
  if (!source || (seen.size > 1 && /^['"]use server['"]/.test(source.text))) return []
  return source.imports
    .filter(({ typeOnly }) => !typeOnly)
    .flatMap(({ target }) =>
      /^node:/.test(target) ||
      isPackage('pg', 'next/headers', '@prisma/client')(target) ||
      target === 'prisma/client/client.ts'
        ? [[file, target]]
        : wayToNode(target, seen).map((way) => [file, ...way]),
    )
}

/** A file and everything it imports at run time, however far away. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const { target, typeOnly } of byFile.get(file)?.imports ?? []) if (!typeOnly) reached(target, seen)
  return seen
}

function reach(noun: string, seen = new Set<string>()): Set<string> {
  for (const { file, imports } of product) {
    if (nounOf(file) !== noun) continue
    for (const { target, typeOnly } of imports) {
      const next = nounOf(target)
      if (typeOnly || !next || next === noun || seen.has(next)) continue
      seen.add(next)
      reach(next, seen)
    }
  }
  return seen
}

const withoutComments = (text: Source['text']) => text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'[^'\n]*'/g, '')
