import type { PersonActor } from '#lib/actor.ts'
import type { Database } from '#lib/db/client.ts'
import { actorOf } from '#lib/people/model.ts'
import { Sorry } from '#lib/sorry.ts'

/** The person a command line command acts as: the one named, or the first administrator. */
export async function actingAs(database: Database, email: string | undefined): Promise<PersonActor> {
  const person = await database.asOwner((db) =>
    db.person.findFirst({
      where: email ? { email: email.toLowerCase() } : { role: 'administrator', deactivatedAt: null },
      include: { memberships: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
  )
  if (!person)
    throw new Sorry(
      email
        ? `There is nobody with the address ${email}.`
        : 'There is no administrator yet. Run "firebreak setup" first.',
    )
  if (person.deactivatedAt) throw new Sorry(`The account of ${person.name} is deactivated.`)
  return actorOf(person)
}
