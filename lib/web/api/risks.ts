import { addRiskTest } from '#lib/risks/add-test.ts'
import { getRisk, listRisks } from '#lib/risks/queries.ts'
import { recordRisk } from '#lib/risks/record.ts'
import { GetRiskInput, ListRisksInput, RiskOut } from '#lib/risks/schema.ts'
import { treatRisk } from '#lib/risks/treat.ts'
import { updateRisk } from '#lib/risks/update.ts'
import { endpoint, get, list } from '../operation.ts'
import { route } from '../routes.ts'

export const risks = route('/risks', {
  GET: list({
    name: 'risk.list',
    summary:
      'Lists the register: acceptances that ended first, then what weighs most. Without a status: the open ones.',
    scope: 'programs:read',
    input: ListRisksInput,
    item: RiskOut,
    run: listRisks,
  }),
  POST: endpoint(recordRisk, {
    created: ({ number }) => `/api/v1/risks/${number}`,
    example: {
      component: 'Signing key of the internal root',
      layer: 'identity',
      domain: 'credential',
      redundancy: 'none',
      likelihood: 2,
      impact: 5,
      detectability: 3,
      team: 'naming',
      services: ['cert-issuer'],
      detection: 'A rehearsal, once a quarter.',
      failover: 'manual',
      rtoTargetMinutes: 60,
    },
  }),
})

export const risk = route('/risks/{number}', {
  GET: get({
    name: 'risk.get',
    summary: 'Gives one entry of the register.',
    scope: 'programs:read',
    input: GetRiskInput,
    output: RiskOut,
    run: (work, { number }) => getRisk(work, number),
  }),
  PATCH: endpoint(updateRisk, { example: { version: 1, redundancy: 'hot', dependsOn: [7] } }),
})

export const treatment = route('/risks/{number}/treatment', {
  PUT: endpoint(treatRisk, { example: { kind: 'reduce', reason: 'A second resolver in another metro.' } }),
})

export const tests = route('/risks/{number}/tests', {
  POST: endpoint(addRiskTest, {
    example: { testedOn: '2026-06-02', passed: true, rtoMinutes: 14, note: 'Drained by hand; answers went on.' },
  }),
})
