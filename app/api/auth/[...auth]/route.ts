import { handleAuth } from '#lib/auth/port.ts'
import { env } from '#lib/env.ts'
import { database } from '#lib/server.ts'

const answer = (request: Request) => handleAuth(request, { database: database(), env: env(), now: new Date() })

export { answer as GET, answer as POST }
