import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  output: 'standalone',
  poweredByHeader: false,
  // Done in lib/boot/envelope.ts, once for a page and not for each piece of it.
  compress: false,
  agentRules: false,
  images: { unoptimized: true },
  // Loading every page takes as long as all the rest of a start, and whoever opens one loads it in a moment.
  experimental: { preloadEntriesOnStart: false },
  // A lockfile in a folder above would otherwise make Next take that for the root and nest its output.
  outputFileTracingRoot: process.cwd(),
  // The compiler runs in "npm run check" and "npm test". A production install has no test packages, and the tests would not compile.
  typescript: { ignoreBuildErrors: true },
  // These carry wasm, workers or native files that break once bundled.
  serverExternalPackages: ['@electric-sql/pglite', 'esbuild', 'mdx-bundler', 'pg', 'ws'],
  outputFileTracingIncludes: {
    '/*': ['./content/**/*', './prisma/migrations/**/*', './prisma/policies.sql', './dist/**/*'],
  },
  turbopack: {
    root: process.cwd(),
    rules: {
      '*.mjs': {
        condition: { path: /react-(aria|stately|aria-components)\/dist\/private\/.*intlStrings\.mjs$/ },
        loaders: ['./components/ui/drop-locale.cjs'],
        as: '*.mjs',
      },
      '*.js': {
        condition: { path: /@codemirror\/lang-markdown\/dist\/index\.js$/ },
        loaders: ['./components/postmortems/editor/drop-imports.cjs'],
        as: '*.js',
      },
    },
  },
}

export default createNextIntlPlugin('./app/messages.ts')(config)
