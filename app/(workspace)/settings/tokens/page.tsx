import { KeyRound } from 'lucide'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettingsFrame } from '#components/accounts/settings-frame.tsx'
import { TokenForm } from '#components/accounts/token-form.tsx'
import { TokenList } from '#components/accounts/token-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { listApiTokens } from '#lib/accounts/queries.ts'
import { scopes } from '#lib/actor.ts'
import { currentContext } from '#lib/auth/current.ts'
import { read } from '#lib/context.ts'
import { makeToken, revokeToken } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tab.tokens') }
}

export default async function TokensPage() {
  const [t, context] = await Promise.all([getTranslations('settings.tokens'), currentContext()])
  const { actor, now } = context
  const tokens = await read(context, (work) => listApiTokens(work, actor))
  const offered = scopes.filter((scope) => scope !== 'admin:write' || actor.role === 'administrator')

  return (
    <SettingsFrame current="tokens" administers={actor.role === 'administrator'}>
      <p className="mb-5 max-w-2xl text-muted">{t('intro')}</p>
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
        {tokens.length === 0 ? (
          <EmptyState icon={KeyRound} title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <TokenList tokens={tokens} zone={actor.zone} now={now} revoke={revokeToken} />
        )}
        <Panel title={t('new')}>
          <TokenForm action={makeToken} scopes={offered} />
        </Panel>
      </div>
    </SettingsFrame>
  )
}
