import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { describeBrowser } from '#components/accounts/browser.ts'
import { SettingsFrame } from '#components/accounts/settings-frame.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Time, TimeAgo } from '#components/ui/time.tsx'
import { listSessions } from '#lib/accounts/queries.ts'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { revokeSession } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tab.sessions') }
}

export default async function SessionsPage() {
  const [t, context] = await Promise.all([getTranslations('settings.sessions'), currentContext()])
  const { actor, now } = context
  const sessions = await read(context, (work) => listSessions(work, actor))

  return (
    <SettingsFrame current="sessions" administers={actor.role === 'administrator'}>
      <p className="mb-4 max-w-2xl text-muted">{t('intro')}</p>
      <Panel title={t('heading')} flush>
        <ul className="divide-y divide-line">
          {sessions.map((session) => (
            <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
              <div className="min-w-0">
                <p className="font-medium">
                  {describeBrowser(session.userAgent) ?? t('unknown')}{' '}
                  {session.current && <Badge tone="ok">{t('this')}</Badge>}
                </p>
                <p className="text-sm text-muted">
                  {t('since')} <Time value={new Date(session.createdAt)} zone={actor.zone} />
                  {' · '}
                  {t('seen')} <TimeAgo value={new Date(session.lastSeenAt)} zone={actor.zone} now={now} />
                  {session.network !== 'unknown' && ` · ${session.network}`}
                </p>
              </div>
              {!session.current && (
                <Form action={revokeSession} className="block">
                  <input type="hidden" name="id" value={session.id} />
                  <SubmitButton tone="plain" size="small">
                    {t('revoke')}
                  </SubmitButton>
                </Form>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      <form action="/sign-out" method="post" className="mt-5">
        <input type="hidden" name="everywhere" value="yes" />
        <Button type="submit" tone="danger">
          {t('everywhere')}
        </Button>
      </form>
    </SettingsFrame>
  )
}
