import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'

/** The SQL that turns an empty database, or the one given, into what schema.prisma says. Empty when they agree. */
export async function schemaDifference(
  client: pg.ClientBase,
  from: 'empty' | 'database',
  schemaFile: string,
): Promise<string> {
  const files = [{ path: 'schema.prisma', content: readFileSync(schemaFile, 'utf8') }]
  const engine = await startEngine(client, files)
  const start =
    from === 'empty' ? { tag: 'empty' as const } : { tag: 'schemaDatasource' as const, files, configDir: '.' }
  const { stdout } = await engine.diff({
    from: start,
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters,
  })
  return stdout ?? ''
}

/** What Prisma's own tools think of the migrations that were applied: null history and no edited names when they agree. */
export async function migrationHistory(client: pg.ClientBase, directory: string, names: string[]) {
  const engine = await startEngine(client, undefined)
  const migrationDirectories = names.map((name) => ({
    path: name,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok' as const, value: readFileSync(path.join(directory, name, 'migration.sql'), 'utf8') },
    },
  }))
  return engine.diagnoseMigrationHistory({
    migrationsList: {
      baseDir: directory,
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
      shadowDbInitScript: '',
      migrationDirectories,
    },
    optInToShadowDatabase: false,
    filters,
  })
}

const filters = { externalTables: ['public._firebreak_policies'], externalEnums: [] }

type SchemaFile = { path: string; content: string }

async function startEngine(client: pg.ClientBase, files: SchemaFile[] | undefined): Promise<SchemaEngine> {
  loaded ??= loadEngine()
  const { SchemaEngine } = await loaded
  const datamodels = files?.map((file): [string, string] => [file.path, file.content])
  return SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapterOf(client)))
}

/** Once: the engine keeps its memory in module variables, and a second one would free the first one's objects in its own. */
let loaded: Promise<typeof import('@prisma/schema-engine-wasm')> | undefined

/**
 * The engine's own entry wants a bundler that understands WebAssembly modules; Node 20 does not, so it is put together
 * here. The WebAssembly build is used because the native one must be downloaded, which a closed network does not allow.
 */
async function loadEngine() {
  const require = createRequire(path.join(process.env.FIREBREAK_HOME ?? process.cwd(), 'package.json'))
  const glue = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const engine = await import(/* @vite-ignore */ pathToFileURL(glue).href)
  const module = new WebAssembly.Module(readFileSync(path.join(path.dirname(glue), 'schema_engine_bg.wasm')))
  const { exports } = new WebAssembly.Instance(module, { './schema_engine_bg.js': engine })
  engine.__wbg_set_wasm(exports)
  if (typeof exports.__wbindgen_start === 'function') exports.__wbindgen_start()
  return engine
}

/**
 * Prisma's adapter over the one connection. The engine asks the catalog for the type "char" and wants it as a character,
 * and the adapter refuses to know it; so it passes the adapter as text, and gets its name back behind it.
 */
function adapterOf(client: pg.ClientBase): PrismaPg {
  const characters = new WeakMap<unknown[], Set<number>>()
  const query = async (config: pg.QueryArrayConfig) => {
    const result = await client.query(config)
    characters.set(
      result.rows,
      new Set(result.fields.flatMap(({ dataTypeID }, index) => (dataTypeID === CHAR ? index : []))),
    )
    const fields = result.fields.map((field) => (field.dataTypeID === CHAR ? { ...field, dataTypeID: TEXT } : field))
    return { ...result, fields }
  }
  const factory = new PrismaPg(Object.assign(new pg.Pool(), { query }))
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query)
      const found = characters.get(result.rows)
      return {
        ...result,
        columnTypes: result.columnTypes.map((type, i) => (found?.has(i) ? ColumnTypeEnum.Character : type)),
      }
    }
    return adapter
  }
  return factory
}

const CHAR = 18
const TEXT = 25
