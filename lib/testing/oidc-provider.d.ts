/** The package has no types of its own; this is the part the tests use. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> }
  type Context = { oidc: { client: { clientId: string }; session: { accountId: string } } }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    Grant: new (given: {
      clientId: string
      accountId: string
    }) => Grant
    AccessToken: { find(token: string): Promise<{ accountId: string } | undefined> }
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string } },
    ): Promise<void>
    on(event: 'server_error', listener: (context: Context, error: Error) => void): void
  }
}
