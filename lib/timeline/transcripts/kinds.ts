import type { EntryKind } from '../model.ts'

/** A suggestion, for people to change. The first that fits is taken, so the more telling words stand first. */
const signs: readonly (readonly [RegExp, EntryKind])[] = [
  [/\b(?:roll(?:ed|ing)? ?back|rollback|revert(?:ed|ing)?)\b|回滚/i, 'rollback'],
  [
    /\b(?:mitigated|back to normal|errors? (?:are|is|rates?) (?:down|falling|dropping|gone)|recovered)\b|恢复/i,
    'mitigation',
  ],
  [/\b(?:all clear|resolved|closing (?:this|the incident))\b/i, 'recovery'],
  [/\b(?:declar(?:e|ed|ing)|opened an? incident)\b/i, 'declaration'],
  [/\b(?:raised|lowered|upgrad|downgrad)\w*\b.{0,30}\bsev ?\d\b/i, 'severity'],
  [/\b(?:alert|alarm|monitor|check)\b.{0,60}\b(?:fir(?:ed|es|ing)|trigger\w*|critical)\b|\bFIRING\b|告警/i, 'alert'],
  [/\b(?:paged|paging|pages? (?:sent|went))\b/i, 'page'],
  [/\b(?:acknowledged?|ack(?:ed)?|on it|looking(?: now| into it)?)\b/i, 'acknowledgement'],
  [/\b(?:escalat\w+|pulling in|calling in|need(?:s)? someone from)\b/i, 'escalation'],
  [/\b(?:hand(?:ing)? ?over|taking over|i have the incident)\b/i, 'hand_over'],
  [/\b(?:status ?page|posted (?:an )?update|told customers|notified customers)\b/i, 'notice'],
  [/\b(?:customers?|tickets?) .{0,40}\b(?:report\w*|complain\w*|see(?:ing)?|say)\b/i, 'report'],
  [
    /\b(?:can'?t|cannot|unable to) (?:log ?in|reach|access|get into)\b|\bpermission denied\b|\bbreak.?glass\b/i,
    'obstacle',
  ],
  [/\b(?:deploy(?:ed|ing|ment)?|rollout|rolled out|merged|pushed|released)\b|发布|上线/i, 'change'],
  [/\b(?:i think|i suspect|maybe|might be|could be|looks like it is|hypothesis|theory)\b|怀疑|可能是/i, 'hypothesis'],
  [/\b(?:let'?s|we will|we'll|decid(?:ed|ing)|going to|agreed)\b|决定/i, 'decision'],
  [
    /\b(?:restart(?:ed|ing)?|drain(?:ed|ing)?|disabled?|scal(?:ed|ing) up|failed over|switched|turned (?:on|off))\b|重启|切换/i,
    'action',
  ],
]

export const kindOf = (text: string, speaker: string): EntryKind => {
  const start = text.slice(0, 500)
  const found = signs.find(([sign]) => sign.test(start))?.[1]
  return found ?? (/alert|prometheus|grafana|pagerduty|opsgenie|monitor/i.test(speaker) ? 'alert' : 'observation')
}
