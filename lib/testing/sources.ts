import fs from 'node:fs'
import path from 'node:path'

export type Import = {
  /** A path from the repository root for our own files, otherwise the package as it is written. */
  target: string
  /** Erased by the compiler, so it binds nothing at run time. */
  typeOnly: boolean
}

export type Source = { file: string; text: string; lines: number; imports: Import[] }

const ROOTS = ['app', 'components', 'lib', 'prisma', 'e2e', 'bench']
const OWN = /^(app|components|content|lib|prisma|e2e|bench)\//
const IMPORT = /^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm

/** Every TypeScript file of the product, with what it imports. */
export function readSources(home = process.cwd()): Source[] {
  const files = ROOTS.filter((root) => fs.existsSync(path.join(home, root))).flatMap((root) => filesUnder(home, root))
  return files.map((file) => {
    const text = fs.readFileSync(path.join(home, file), 'utf8')
    return { file, text, lines: text.split('\n').length - 1, imports: importsOf(file, text) }
  })
}

export const isTest = ({ file }: Pick<Source, 'file'>) => /\.test\.tsx?$/.test(file) || file.startsWith('lib/testing/')

function filesUnder(home: string, folder: string): string[] {
  return fs.readdirSync(path.join(home, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`
    if (name === 'prisma/client') return []
    return entry.isDirectory() ? filesUnder(home, name) : /\.tsx?$/.test(name) ? [name] : []
  })
}

function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].flatMap(([statement, type, stated, awaited]) => {
    const written = stated ?? awaited
    if (!written) return []
    // A statement whose every name is marked as a type is erased like a marked statement.
    const names = /\{([^}]*)\}/
      .exec(statement)?.[1]
      ?.split(',')
      .filter((name) => name.trim())
    const allTypes = names?.every((name) => name.trim().startsWith('type ')) && !/^import\s+\w/.test(statement)
    return [{ target: resolve(file, written), typeOnly: Boolean(type || allTypes) }]
  })
}

function resolve(file: string, written: string): string {
  if (written.startsWith('.')) return path.posix.join(path.posix.dirname(file), written)
  const own = written.replace(/^#/, '')
  return written.startsWith('#') && OWN.test(own) ? own : written
}
