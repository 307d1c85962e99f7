import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Time } from '#components/ui/time.tsx'
import type { ApiTokenOut } from '#lib/accounts/schema.ts'

type Given = { tokens: ApiTokenOut[]; zone: string; now: Date; revoke: FormAction }

export function TokenList({ tokens, ...rest }: Given) {
  return (
    <ul className="flex flex-col gap-3">
      {tokens.map((token) => (
        <li key={token.id} className="rounded-lg border border-line bg-raised px-4 py-3 shadow-raised">
          <TokenLine token={token} {...rest} />
        </li>
      ))}
    </ul>
  )
}

function TokenLine({ token, zone, now, revoke }: Omit<Given, 'tokens'> & { token: ApiTokenOut }) {
  const t = useTranslations('settings.tokens')
  const isOver = token.revokedAt !== null || new Date(token.expiresAt) <= now
  return (
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {token.name} <code className="font-mono text-sm text-muted">fbk_…{token.lastFour}</code>
          {isOver && <Badge>{token.revokedAt ? t('revoked') : t('expired')}</Badge>}
          {token.restricted && <Badge tone="warn">{t('seesRestricted')}</Badge>}
        </p>
        <p className="mt-1 text-sm text-muted">{token.scopes.join(', ')}</p>
        <p className="mt-1 text-sm text-muted">
          {t('until')} <Time value={new Date(token.expiresAt)} zone={zone} />
          {' · '}
          {token.lastUsedAt ? (
            <>
              {t('used')} <Time value={new Date(token.lastUsedAt)} zone={zone} now={now} />
            </>
          ) : (
            t('unused')
          )}
        </p>
      </div>
      {!isOver && (
        <Form action={revoke} className="block">
          <input type="hidden" name="id" value={token.id} />
          <SubmitButton tone="danger" size="small">
            {t('revoke')}
          </SubmitButton>
        </Form>
      )}
    </div>
  )
}
