import { holdRules } from '#lib/testing/rule-cases.ts'
import { vague } from './vague.ts'

const degraded = { facts: { failingShare: 0.12 } }

holdRules(vague, {
  'vague-quantity': {
    in: 'summary',
    finds: [
      'Some customers saw errors.',
      'A significant number of requests failed.',
      'Most of our users were affected.',
      'Several sites dropped out.',
    ],
    silent: ['312 customers saw errors.', 'At most 40 requests failed.', 'Some of the text is missing.'],
  },
  'vague-time': {
    in: 'timeline',
    finds: [
      'Shortly after, errors fell.',
      'A few minutes later it recovered.',
      'Eventually the queue drained.',
      'Around that time the link flapped.',
    ],
    silent: ['At 14:32 UTC errors fell.', 'The store is eventually consistent.', 'Four minutes later it recovered.'],
  },
  hedge: {
    in: 'factors',
    finds: ['The cache probably held old keys.', 'The link seems to flap.', 'We suspect the clock.'],
    silent: [
      'The cache probably held old keys; a dump would confirm it, so it is not confirmed.',
      'The link flaps.',
      'The page appears to users after login.',
    ],
  },
  'outage-word': {
    ...{ in: 'title', ...degraded },
    finds: ['Outage of the API', 'Two hours of downtime', 'Checkout was down'],
    silent: ['Errors for 12 % of requests', 'Scaled down to two hosts', 'Latency was down to 40 ms'],
  },
  minimiser: {
    in: 'summary',
    finds: ['Logins were briefly unavailable.', 'There was minimal impact.', 'Only a few requests failed.'],
    silent: ['Logins were unavailable for 4 minutes.', 'A minor version was skipped.', 'Only Oslo was affected.'],
  },
  quickly: {
    in: 'response',
    finds: ['We quickly restored service.', 'The team responded promptly.', 'It was fixed as soon as possible.'],
    silent: [
      'We restored service within 18 minutes.',
      'The queue grew quickly.',
      'How quickly it spread is in the graph.',
    ],
  },
  absolute: {
    in: 'factors',
    finds: ['Deploys always skip the canary.', 'Everyone has that key.', 'Everything depends on it.'],
    silent: [
      'Deploys skip the canary since March.',
      'It is not always set.',
      'The always-on probe runs there.',
      'Every site has two links.',
    ],
  },
  'undefined-acronym': {
    in: 'external',
    finds: ['The GSLB withdrew Oslo.', 'Our MTTR was 40 minutes.', 'The ECMP group shrank.'],
    silent: [
      'The global load balancer (GSLB) withdrew Oslo.',
      'DNS and HTTP were fine.',
      'GSLB (our global load balancer) withdrew it, and GSLB came back.',
    ],
  },
  'local-time': {
    in: 'timeline',
    finds: ['At 15:10 IST the pool emptied.', 'It began at 3:10 pm.', 'Around 09:00 local time it fell.'],
    silent: ['At 15:10 UTC the pool emptied.', 'At 3 pm UTC it began.', 'The ratio was 3:10 per site.'],
  },
})
