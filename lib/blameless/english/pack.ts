import type { Pack } from '../rule.ts'
import { pattern } from '../words.ts'
import { cause } from './cause.ts'
import { counterfactual } from './counterfactual.ts'
import { hindsight } from './hindsight.ts'
import { itemRules } from './items.ts'
import { person } from './person.ts'
import { vague } from './vague.ts'

export const english: Pack = {
  language: 'en',
  rules: [...person, ...counterfactual, ...hindsight, ...cause, ...vague, ...itemRules],
  terms: pattern`\b(?:disaster[- ]recovery|chaos (?:engineering|mesh|monkey|test\w{0,4}|experiments?)|war rooms?|fire ?drills?|(?:git|svn|hg)[ -]blame|blame(?:less|free|-free|-aware)\w{0,5}|not guilty|(?:page|bus|segmentation|protection|memory|disk|hardware|earth|ground|double) faults?|faults? (?:inject\w{1,4}|domains?|zones?|toleran\w{1,3}|isolation)|default\w{0,3}|bad (?:gateways?|events?|requests?|images?|blocks?|sectors?|hosts?|data|records?|config\w{0,8}|deploys?|versions?|builds?|certificates?|packets?)|poor(?:ly)? (?:connect\w{1,6}|signal|link|latency)|(?:microsoft|ms) teams?|teams (?:channels?|webhooks?|messages?|calls?|chats?|app|meetings?|bot|export|transcripts?)|kill(?:ed)? (?:switch\w{0,2}|signals?|by (?:the )?(?:oom|kernel))|oom[- ]?kill\w{0,4}|dead[- ]letters?|poison pills?|split[- ]brain\w{0,3}|user errors|error budgets?|client errors?|junior[_-]\w{1,20}|(?:slo|sla|constraint|deadline|schema|policy|key|integrity) violations?|panic mode|kernel panics?|cache miss\w{0,2}|missed heartbeats?|countdown|drill[- ]down\w{0,1}|shut ?downs?|scal(?:e|ed|es|ing)[- ]downs?|root cause analys[ei]s|teams (?:did not|didn't|failed to) (?:deliver|send|ring|load|connect|show|display|render|post)|someone's \w{1,20})\b`,
}
