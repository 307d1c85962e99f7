import type { Prisma } from '#prisma/client/client.ts'
import type { ServiceOut } from './schema.ts'

type ServiceRow = Prisma.ServiceGetPayload<{ include: { team: true } }>

export function presentService({ slug, name, description, tier, team }: ServiceRow): ServiceOut {
  return { slug, name, description, tier, team: { slug: team.slug, name: team.name } }
}
