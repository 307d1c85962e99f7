import { mechanisms } from '#lib/mechanisms/catalogue.ts'

/**
 * Words of the field that mean the same. They are looked for beside what was asked, for less: somebody who writes "oom"
 * finds "out of memory", and still finds "oom" first.
 */
const groups: readonly (readonly string[])[] = [
  ['rollback', 'roll back', 'rolled back', 'revert', 'reverted'],
  ['pop', 'point of presence', 'edge location', 'colo'],
  ['certificate', 'cert', 'certs', 'tls', 'x509'],
  ['kubernetes', 'k8s'],
  ['load balancer', 'lb', 'load balancing'],
  ['out of memory', 'oom', 'oomkilled'],
  ['dns', 'domain name', 'nameserver', 'resolver'],
  ['ddos', 'denial of service', 'attack traffic'],
  ['database', 'db', 'postgres', 'postgresql', 'mysql'],
  ['configuration', 'config', 'setting'],
  ['deploy', 'rollout', 'release'],
  ['outage', 'downtime', 'unavailable', 'unreachable'],
  ['latency', 'slow', 'slowness'],
  ['failover', 'switchover', 'promotion'],
  ['power', 'ups', 'generator', 'electricity'],
  ['datacenter', 'data center', 'data centre', 'facility'],
  ['fibre', 'fiber', 'cable'],
  ['feature flag', 'kill switch', 'feature toggle'],
  ['retry storm', 'thundering herd', 'stampede'],
  ['leap second', 'clock skew', 'ntp'],
  ['bgp', 'route leak', 'routing'],
  ['authentication', 'auth', 'login', 'sign in'],
  ['credential', 'secret', 'token', 'api key'],
  ['cdn', 'edge cache', 'content delivery'],
  ['vm', 'virtual machine', 'instance'],
  ['quota', 'rate limit', 'throttling'],
]

/** What a mechanism is called besides its name. */
const callings: Record<string, readonly string[]> = {
  'cap.retry': ['thundering herd', 'reconnect storm', 'retry storm'],
  'cap.cache': ['cold cache', 'cache stampede', 'cache miss storm'],
  'cap.exhaustion': ['out of memory', 'disk full', 'out of disk', 'too many open files', 'port exhaustion', 'oom'],
  'cap.conn-pool': ['connection pool', 'too many connections'],
  'net.lb': ['load balancer'],
  'net.bgp': ['bgp', 'route leak'],
  'net.ddos': ['ddos', 'denial of service'],
  'net.backbone': ['fibre cut', 'fiber cut', 'backbone'],
  'net.health-check': ['health check'],
  'nam.dns': ['dns'],
  'nam.cert': ['certificate', 'expired certificate'],
  'nam.time': ['leap second', 'clock skew', 'time zone'],
  'chg.flag': ['feature flag', 'kill switch'],
  'chg.rollback': ['rollback', 'roll back'],
  'chg.migration': ['schema migration', 'data migration'],
  'dat.replication': ['replication lag', 'split brain'],
  'dat.consensus': ['etcd', 'zookeeper', 'consul', 'quorum'],
  'dat.backup': ['backup'],
  'plt.facility': ['power outage', 'cooling', 'generator'],
  'plt.k8s': ['kubernetes', 'k8s'],
  'dep.third-party': ['third party', 'vendor'],
  'dep.circular': ['circular dependency'],
  'dep.spof': ['single point of failure'],
  'sec.credential': ['leaked credential', 'leaked token'],
}

const spaced = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

const named = new Map(
  mechanisms.map(({ code, name }) => [code, [name, ...(callings[code] ?? [])].map((calling) => spaced(calling))]),
)

/** The words that mean the same as some of these, without those that are asked for already. */
export function alsoMeant(query: string): string {
  const text = spaced(query)
  const others = groups
    .filter((group) => group.some((word) => text.includes(spaced(word))))
    .flatMap((group) => group.filter((word) => !text.includes(spaced(word))))
  return others.join(' ')
}

/** The mechanisms a query names, as lexemes of the index. */
export function mechanismsNamed(query: string): string[] {
  const text = spaced(query)
  return [...named]
    .filter(([, callings]) => callings.some((calling) => text.includes(calling)))
    .map(([code]) => mechanismWord(code))
}

export const mechanismWord = (code: string): string => `mechanism:${code}`

/** For engines that keep such a list themselves. */
export const synonymGroups = groups
