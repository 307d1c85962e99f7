import { defineConfig } from 'prisma/config'

/** For Prisma's own tools. The product migrates by itself (lib/db/migrate.ts) and they agree about what was applied. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(process.env.DATABASE_URL && { datasource: { url: process.env.DATABASE_URL } }),
})
