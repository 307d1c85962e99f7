/**
 * The ways systems get hurt, as a closed vocabulary of two levels: a group and a code. A mechanism is a condition that
 * can be found again in another service, never a person and never a verdict. Codes are permanent, because published
 * reviews carry them; names and definitions may improve.
 */
export interface Mechanism {
  readonly code: string
  readonly group: MechanismGroup
  readonly name: string
  readonly definition: string
}

export type MechanismGroup = keyof typeof mechanismGroups

export const mechanismGroups = {
  chg: 'Change and release',
  ctl: 'Guard rails',
  cap: 'Capacity and load',
  net: 'Network and traffic steering',
  nam: 'Naming, identity and time',
  dat: 'State and data',
  plt: 'Compute platform',
  dep: 'Dependencies and architecture',
  obs: 'Detection',
  rsp: 'Response',
  sec: 'Security',
} as const

const rows = [
  ['chg.code', 'Faulty code path', 'New or changed code did something it was not meant to do.'],
  ['chg.config', 'Unsafe configuration', 'A setting was wrong, or safe alone and unsafe in combination.'],
  ['chg.data-push', 'Pushed data or policy', 'A generated data, feature or policy file carried the fault.'],
  ['chg.flag', 'Flag or kill switch', 'A feature flag or kill switch behaved unlike its name.'],
  ['chg.rollout-speed', 'Rollout too fast', 'A change reached more places than anyone could watch.'],
  ['chg.stage-gap', 'Stages missed a class', 'No stage held the kind of site or tenant that was affected.'],
  ['chg.rollback', 'Rollback trouble', 'Going back was missing, slow, blocked or did harm of its own.'],
  ['chg.order', 'Order or version skew', 'Changes were safe in one order or version pair and not in another.'],
  ['chg.migration', 'Migration', 'A change of schema or data moved more than its plan showed.'],
  ['ctl.validation', 'Missing validation', 'Input or configuration was accepted that could not be served.'],
  ['ctl.guard-failed', 'Guard rail failed', 'A safety check existed and gave the wrong answer, or none.'],
  ['ctl.limits', 'Missing or wrong limit', 'A rate, size or quota limit was absent, hard-coded or too tight.'],
  ['ctl.automation', 'Automation on a wrong belief', 'Automation acted correctly on a picture that was not true.'],
  ['ctl.interface', 'Interface let it through', 'A tool made a wrong target look like the right one.'],
  ['cap.exhaustion', 'Resource used up', 'CPU, memory, disk, descriptors, threads or ports ran out.'],
  ['cap.headroom', 'No room after a shift', 'What remained could not carry the load of what was lost.'],
  ['cap.autoscale', 'Scaling the wrong way', 'Automatic scaling went the wrong way or came too late.'],
  ['cap.demand', 'Surge in demand', 'Organic growth, a launch or an event brought more than planned.'],
  ['cap.retry', 'Retry storm', 'Retries or reconnects multiplied the load on what was struggling.'],
  ['cap.cache', 'Cold cache or stampede', 'Misses reached the origin together, or errors were not cached.'],
  ['cap.cascade', 'Cascading overload', 'Overload spread, and stayed after its trigger was gone.'],
  ['cap.conn-pool', 'Connection limits', 'A pool or a connection limit was full while capacity was free.'],
  ['net.bgp', 'Routing', 'A route was withdrawn, leaked or preferred in the wrong order.'],
  ['net.backbone', 'Backbone or link', 'A link or a fibre was lost or congested.'],
  ['net.device', 'Network device', 'A router, switch or line card failed or misbehaved.'],
  ['net.lb', 'Load balancer', 'Balancing logic was wrong or worked from stale configuration.'],
  ['net.health-check', 'Misleading health check', 'A health signal flapped, was too deep, or too shallow.'],
  ['net.drain', 'Unsafe drain or failover', 'Moving load away put it where it could not be carried.'],
  ['net.ddos', 'Attack or its defence', 'Attack traffic, or a side effect of stopping it, hurt users.'],
  ['nam.dns', 'DNS', 'A record, a resolver or a delegation gave no answer or a wrong one.'],
  ['nam.dnssec-ttl', 'Signatures and TTL', 'A signature, a zone copy or a time to live outlived its use.'],
  ['nam.cert', 'Certificate or key', 'A certificate or key expired, or its rotation broke clients.'],
  ['nam.auth', 'Identity and permission', 'A token, a role or the identity provider stopped what should work.'],
  ['nam.time', 'Clocks and counters', 'A clock, a time zone or a counter did not behave as assumed.'],
  ['dat.replication', 'Replication', 'Copies lagged, split or failed over with unexpected meaning.'],
  ['dat.consensus', 'Coordination store', 'Quorum or a hot key in a coordination store blocked the rest.'],
  ['dat.corruption', 'Loss or corruption', 'Data was lost or changed into something untrue.'],
  ['dat.stale', 'Stale state taken as fresh', 'Old state was used because nothing showed its age.'],
  ['dat.query', 'Slow or pathological query', 'A query, a pattern or a lock cost far more than usual.'],
  ['dat.backup', 'Backup', 'A backup did not exist, or could not be restored in time.'],
  ['plt.k8s', 'Orchestration', 'Scheduling, admission, gateways or cluster networking failed.'],
  ['plt.os-hw', 'Host', 'A kernel, firmware, disk or memory fault hurt a host.'],
  ['plt.facility', 'Facility', 'Power, cooling or the building failed.'],
  ['dep.third-party', 'Third party', 'A vendor or provider failed, or changed something we relied on.'],
  ['dep.hard', 'Soft dependency held hard', 'Something optional was treated as required, without a fallback.'],
  ['dep.circular', 'Circular dependency', 'Recovery needed the thing that was down.'],
  ['dep.spof', 'Single point or shared fate', 'One part, or a hidden common one, carried everything.'],
  ['obs.gap', 'Missing signal', 'No signal showed the problem, or it showed something else.'],
  ['obs.noise', 'Signal lost in noise', 'The right signal was there and buried, late or misleading.'],
  ['rsp.access', 'No way in', 'Responders were locked out, or their tools were down too.'],
  ['rsp.knowledge', 'Knowledge not at hand', 'Runbook, ownership, hand-over or escalation did not fit.'],
  ['sec.exposure', 'Exposure', 'Data or an interface was reachable by those it was not meant for.'],
  ['sec.credential', 'Credential', 'A secret was exposed, over-privileged or hard to revoke.'],
  ['sec.supply-chain', 'Supply chain', 'A package, image or build step could carry code of others.'],
] as const

export const mechanisms: readonly Mechanism[] = rows.map(([code, name, definition]) => ({
  code,
  group: code.slice(0, 3) as MechanismGroup,
  name,
  definition,
}))

const byCode = new Map(mechanisms.map((mechanism) => [mechanism.code, mechanism]))

export const findMechanism = (code: string): Mechanism | undefined => byCode.get(code)
