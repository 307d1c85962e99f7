import { holdRules } from '#lib/testing/rule-cases.ts'
import { person } from './person.ts'

const names = ['Marisol Vega', 'Will Mark', '@mvega']

holdRules(person, {
  'name-in-analysis': {
    ...{ in: 'factors', names },
    finds: [
      'Marisol Vega restarted pool B.',
      'The drain was run by Marisol.',
      'As @mvega wrote, the pool was empty.',
      'Will Mark merged it.',
    ],
    silent: [
      'Will the retry help? Mark the row.',
      'The Vega router restarted.',
      'We will mark it stale.',
      '“Marisol Vega: on it”',
    ],
  },
  'human-error': {
    in: 'factors',
    finds: [
      'The cause was human error.',
      'An operator error emptied the pool.',
      'It was put down to user error.',
      'Human-error during the swap.',
    ],
    silent: [
      'It grew when user errors became apparent.',
      'The error rate rose to 4 %.',
      'Client errors (4xx) stayed flat.',
      'The engineer read the error.',
    ],
  },
  'failed-to.person': {
    in: 'factors',
    finds: [
      'The engineer failed to check the diff.',
      'The on-call saw the page but failed to act.',
      'We had repeatedly failed to see it.',
      'The team’s failure to notice the queue.',
    ],
    silent: [
      'The health check failed to notice.',
      'The proxy failed to come online.',
      'The OCSP responder failed to answer.',
      'The nodes came back and they failed to rejoin.',
      'The router’s failure to converge.',
    ],
  },
  'did-not.person': {
    in: 'factors',
    finds: [
      'We did not check the quota.',
      'The reviewer didn’t notice the zone.',
      'The operator had never read the page.',
      'They forgot to update the list.',
    ],
    silent: [
      'The query did not reveal anything.',
      'The tool did not detect the loop.',
      'You did not change the code path.',
      'The probe never checked port 8443.',
    ],
  },
  'mistake.person': {
    in: 'factors',
    finds: [
      'The operator mistakenly drained Madrid.',
      'It was deleted by mistake.',
      'The engineer fat-fingered the region.',
      'We had the weights in the file wrongly.',
    ],
    silent: [
      'The job mistakenly targeted all zones.',
      'The header held a wrong value.',
      'The wrong ARN was in the template.',
      'The script computed incorrectly rounded shares.',
    ],
  },
  misjudged: {
    in: 'factors',
    finds: [
      'The responders overlooked the alert.',
      'We misread the graph.',
      'The engineer misdiagnosed the stall.',
      'They ignored the first page.',
    ],
    silent: [
      'The resolver ignored the header.',
      'The standby missed heartbeats.',
      'The cache missed on every key.',
      'The nodes were up but they ignored the signal.',
    ],
  },
  assumed: {
    in: 'factors',
    finds: [
      'We assumed the cache was warm.',
      'The engineer had simply assumed a restart.',
      'The team took it for granted.',
    ],
    silent: ['The client assumed UTF-8.', 'The role is assumed through STS.', 'The model assumed constant load.'],
  },
  'caused-by-person': {
    in: 'factors',
    finds: [
      'It was caused by an engineer on the DNS team.',
      'Triggered by a contractor.',
      'The fault was introduced by one of our developers.',
    ],
    silent: [
      'It was caused by a change of weights.',
      'Caused by a scheduler bug in the controller.',
      'Triggered by the engineer-facing tool.',
      'Caused by a full disk.',
    ],
  },
  'person-broke': {
    in: 'factors',
    finds: [
      'The engineer took down checkout.',
      'We broke the login page.',
      'The operator accidentally wiped the volume.',
    ],
    silent: [
      'We broke the dependency loop.',
      'The engineer killed the session.',
      'The change broke the login page.',
      'We broke the tie by hand.',
    ],
  },
  character: {
    in: 'factors',
    finds: [
      'A careless deploy went out.',
      'The review was sloppy.',
      'The team had become complacent.',
      'Negligence let it through.',
    ],
    silent: ['Images use lazy loading.', 'The lazy evaluation of rules.', 'The carefully staged rollout stopped.'],
  },
  'blame-words': {
    in: 'factors',
    finds: [
      'The rollout was at fault.',
      'The culprit was a regex.',
      'The vendor blamed our clock.',
      'It was their fault.',
    ],
    silent: [
      '`git blame` shows the line.',
      'Use git blame on the file.',
      'A blameless review.',
      'The top memory offender was the parser.',
      'Fault injection found it.',
    ],
  },
  seniority: {
    in: 'factors',
    finds: ['A junior engineer ran the script.', 'An inexperienced operator was alone.', 'It was merged by an intern.'],
    silent: [
      'The internal tool ran.',
      'Rows of junior_accounts were read.',
      'A senior reader of this page may skip it.',
    ],
  },
  discipline: {
    in: 'lessons',
    finds: [
      'The engineer was reprimanded.',
      'There will be consequences for the author.',
      'It was raised in the performance review.',
      'Retrain the operators.',
    ],
    silent: [
      'The queue discipline is FIFO.',
      'The service is accountable for its quota.',
      'We retrained the model weekly.',
    ],
  },
  nobody: {
    in: 'factors',
    finds: ['Nobody noticed the backlog.', 'No one was watching the canary.', 'None of the team knew the flag.'],
    silent: ['Nobody was affected outside Europe.', 'The alert had no owner.', 'No one site carries more than 9 %.'],
  },
  'other-team': {
    in: 'factors',
    finds: ['The DNS vendor broke the zone.', 'The network team ignored the ticket.', 'It was the provider’s fault.'],
    silent: [
      'The identity provider failed to answer.',
      'The network team widened the link.',
      'The provider failed over to Lisbon.',
      'The vendor published a fix.',
    ],
  },
  'why-did-they': {
    in: 'response',
    finds: ['Why did the engineer restart it?', 'Why didn’t you escalate?', 'Why was nobody paged?'],
    silent: ['Why did the probe pass?', 'Why was the cache cold?', 'Why does the proxy retry?'],
  },
  'gendered-pronoun': {
    in: 'timeline',
    finds: ['She paged the network team.', 'He rolled it back.', 'The lead opened her laptop.'],
    silent: ['They paged the network team.', 'The theme of the week.', 'The header was there.', '“He said so.”'],
  },
  'lack-of-quality': {
    in: 'factors',
    finds: ['A lack of attention let it through.', 'Lack of ownership.', 'There was a lack of proper care.'],
    silent: ['A lack of disk space.', 'A lack of capacity in Oslo.', 'Lack of a timeout kept it open.'],
  },
})
