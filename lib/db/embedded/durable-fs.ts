import fs from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/**
 * A file system for PGlite whose fsync reaches the disk. As shipped, PGlite starts with fsync off and Emscripten's NODEFS
 * has no such operation at all: a power cut lost every commit of the last seconds, and half of the databases with them.
 */
export class DurableNodeFS extends NodeFS {
  /** How often the server asked for its files to be on disk, and got it. */
  synced = 0

  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(pg, options)
    result.emscriptenOpts.preRun?.push((module) => {
      const nodefs: NodeFileSystem = Object(module).NODEFS
      nodefs.stream_ops.fsync = (stream) => {
        if (stream.nfd === undefined) fsyncDirectory(nodefs.realPath(stream.node))
        else fs.fsyncSync(stream.nfd)
        this.synced++
        return 0
      }
    })
    return result
  }
}

/** PGlite's own start parameters, with `-F` (fsync off) replaced by its opposite. */
export const durableStartParams = [
  ...['--single', '-O', '-j'],
  ...settings({
    search_path: 'public',
    exit_on_error: 'false',
    log_checkpoints: 'false',
    max_worker_processes: '0',
    max_parallel_workers: '0',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    io_method: 'sync',
    fsync: 'on',
    wal_sync_method: 'fsync',
  }),
]

/** Makes names inside a directory survive a power cut. Windows has no such call and needs none. */
export function fsyncDirectory(directory: string): void {
  if (process.platform === 'win32') return
  const descriptor = fs.openSync(directory, 'r')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

/** The part of Emscripten's NODEFS that is used here; its types do not describe it. */
type NodeFileSystem = {
  stream_ops: { fsync?: (stream: { nfd?: number; node: unknown }) => number }
  realPath(node: unknown): string
}

function settings(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
