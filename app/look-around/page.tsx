import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Doorstep } from '#components/accounts/doorstep.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { currentVisit } from '#lib/auth/current.ts'
import { type SamplePerson, samplePeople } from '#lib/auth/sample.ts'
import { become } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('start.people'))('title') }
}

export default async function LookAroundPage() {
  const [t, people] = await Promise.all([getTranslations('start.people'), samplePeople(await currentVisit())])
  if (!people) redirect('/sign-in')

  return (
    <Doorstep title={t('title')} intro={t('intro')} wide>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {people.map((person) => (
          <li key={person.id}>
            <Card person={person} />
          </li>
        ))}
      </ul>
    </Doorstep>
  )
}

async function Card({ person: { id, name, title, role, about, teams } }: { person: SamplePerson }) {
  const [t, r] = await Promise.all([getTranslations('start.people'), getTranslations('people.role')])
  return (
    <article className="flex h-full flex-col rounded-lg border border-line bg-raised p-4 shadow-raised">
      <div className="flex items-center gap-3">
        <Avatar name={name} size="large" />
        <div className="min-w-0">
          <h2 className="truncate font-semibold">{name}</h2>
          <p className="truncate text-sm text-muted">{title}</p>
        </div>
      </div>
      <p className="mt-3 flex flex-wrap gap-1.5">
        <Badge tone={role === 'member' ? 'neutral' : 'accent'}>{r(role)}</Badge>
        {teams.length === 1 && <Badge>{teams[0]}</Badge>}
      </p>
      <p className="mt-3 mb-4 flex-1 text-muted">{about}</p>
      <Form action={become} className="block">
        <input type="hidden" name="person" value={id} />
        <SubmitButton tone="plain" className="w-full">
          {t('become', { name })}
        </SubmitButton>
      </Form>
    </article>
  )
}
