import { type Decision, deny, when } from '#lib/decision.ts'
import { impactDuration } from '#lib/incidents/metrics.ts'
import { severities } from '#lib/incidents/model.ts'
import type { Severity } from '#prisma/client/enums.ts'

/**
 * Whether an incident needs a postmortem is worked out from its facts and told with its reasons, so that it can be argued
 * with. Where it is SEV2 or less its team may say, with a reason, that it needs none; such waivers are counted and shown,
 * because many of them say something too. A near miss or an experiment may always be written about and never must be.
 */
export type Facts = {
  severity: Severity
  kind: string
  reportedByCustomer: boolean | null
  declaredAt: Date | null
  windows: readonly { startedAt: Date; endedAt: Date | null }[]
  mitigations: readonly { method: string; byRole: string | null }[]
  /** How often the same mechanism was part of incidents of the same service in the 90 days up to this one, with it. */
  recurrence: { mechanism: string; count: number } | null
}

/** Somebody had to move traffic or take something back, whatever else helped. */
const BY_HAND = new Set(['rollback', 'config_revert', 'route_change', 'weight_shift', 'drain', 'failover'])
/** Below a quarter of an hour a customer may simply have looked first. */
const CUSTOMER_FIRST_MS = 15 * 60_000
const THIRD_TIME = 3
export const RECURRENCE_DAYS = 90

/** Why it needs one; empty when it does not. */
export function requirement(facts: Facts): string[] {
  const { severity, kind, reportedByCustomer, declaredAt, windows, mitigations, recurrence } = facts
  const grave = severity === 'sev1' || severity === 'sev2'
  const optional = severity === 'near_miss' || kind === 'experiment'
  if (optional && !grave) return []
  const lasted = impactDuration(windows)
  return [
    grave && `It is a ${severities[severity]}.`,
    kind === 'data' && 'Data was affected.',
    kind === 'security' && 'It was a security incident.',
    reportedByCustomer === true &&
      (lasted === null || lasted >= CUSTOMER_FIRST_MS) &&
      'A customer told us first, and users were affected for 15 minutes or more.',
    mitigations.some(({ method }) => BY_HAND.has(method)) && 'Somebody had to roll back, re-route or fail over.',
    declaredAt !== null && 'The incident process was started.',
    recurrence !== null &&
      recurrence.count >= THIRD_TIME &&
      `“${recurrence.mechanism}” was part of ${recurrence.count} incidents of the same service in ${RECURRENCE_DAYS} days.`,
  ].filter((reason) => reason !== false)
}

export function mayWaive({
  severity,
  written,
  waived,
}: {
  severity: Severity
  written: boolean
  waived: boolean
}): Decision {
  if (waived) return deny('It was decided already that it needs none.')
  if (written) return deny('It has a postmortem.')
  return when(severity !== 'sev1', 'A SEV1 always needs a postmortem.')
}
