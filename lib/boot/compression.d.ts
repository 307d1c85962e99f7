/** What is used of it. Its own types bring those of a whole web framework. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  import type { BrotliOptions, ZlibOptions } from 'node:zlib'

  type Compress = (request: IncomingMessage, response: ServerResponse, next: () => void) => void
  export default function compression(options: ZlibOptions & { brotli?: BrotliOptions }): Compress
}
