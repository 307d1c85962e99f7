import { useTranslations } from 'next-intl'
import { Person } from '#components/ui/avatar.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { Select } from '#components/ui/select.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { personOptions } from '#lib/options.ts'
import { type TeamMemberOut, TeamRole, type TeamWithMembersOut } from '#lib/teams/schema.ts'

/** Who is in the team. With an action, whose role can be changed. */
export function Members({ team, action }: { team: TeamWithMembersOut; action: FormAction | null }) {
  const t = useTranslations('teams')
  return (
    <Panel title={t('members')} flush>
      {team.members.length === 0 && <p className="p-4 text-muted">{t('noMembers')}</p>}
      <ul className="divide-y divide-line">
        {team.members.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center gap-3 px-4 py-2.5">
            <Link href={`/people/${member.id}`} className="min-w-0 flex-1 basis-56 hover:underline">
              <Person name={member.name} detail={member.title} />
            </Link>
            {!member.active && <Badge>{t('left')}</Badge>}
            {action ? (
              <RoleForm slug={team.slug} member={member} action={action} />
            ) : (
              <span className="text-muted">{t(`role.${member.role}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function RoleForm({ slug, member, action }: { slug: string; member: TeamMemberOut; action: FormAction }) {
  const t = useTranslations('teams')
  return (
    <Form action={action} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="person" value={member.id} />
      <select
        name="role"
        aria-label={t('roleOf', { name: member.name })}
        defaultValue={member.role}
        key={member.role}
        className="control w-auto border-edge"
      >
        {[...TeamRole.options, 'none' as const].map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </select>
      <SubmitButton tone="quiet" size="small">
        {t('save')}
      </SubmitButton>
    </Form>
  )
}

export function AddMember({
  slug,
  people,
  action,
}: {
  slug: string
  people: { id: string; name: string }[]
  action: FormAction
}) {
  const t = useTranslations('teams')
  if (people.length === 0) return <p className="text-muted">{t('everybody')}</p>
  return (
    <Form action={action} className="flex flex-col gap-3">
      <input type="hidden" name="slug" value={slug} />
      <Select name="person" label={t('person')} required placeholder={t('choose')} options={personOptions(people)} />
      <Select
        name="role"
        label={t('roleLabel')}
        required
        defaultValue="editor"
        options={TeamRole.options.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
      <SubmitButton tone="plain">{t('add')}</SubmitButton>
    </Form>
  )
}
