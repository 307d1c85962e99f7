/** One night at the sample company, as each program hands it out. The names are nobody's. */
export const slackWindow = `Tuesday, June 9th
PagerDuty
APP  11:41 PM
[FIRING] edge-lis 5xx ratio above 2 % for 5 minutes
:eyes: 2
Marta Reis
  11:43 PM
looking
11:44
purge queue is at 40k and growing
New
Kenji Ito
  11:52 PM
I think the 22:30 config push did it
@Marta Reis can you ask @Ana Lopes?
3 replies
Wednesday, June 10th
Marta Reis
  12:03 AM
rolling back lis now
`.replace('11:44\n', '11:44 PM\n')

export const slackBrackets = `PagerDuty APP  [11:41 PM]
[FIRING] edge-lis 5xx ratio

Marta Reis  [11:43 PM]
looking
[11:44 PM] purge queue is at 40k

Kenji Ito  [12:03 AM]
rolling back lis now
`

export const teams = `[6/9/2026 11:43 PM] Marta Reis
looking at the 5xx alert

[6/9/2026 11:52 PM] Kenji Ito (Platform)
could be the config push
checking

[6/10/2026 12:03 AM] Marta Reis
rolling back lis now
`
  .replaceAll('6/9/2026', 'June 9, 2026')
  .replace('6/10/2026', 'June 10, 2026')

export const lark = `Marta Reis 2026-06-09 23:43
looking

Kenji Ito 2026-06-09 23:52
could be the config push
checking

Marta Reis 2026-06-10 00:03
rolling back lis now
`

export const feishu = `张伟 2026年6月9日 23:43
正在看告警

李娜 6月9日 下午11:52
可能是配置发布
我查一下

张伟 6月10日 00:03
开始回滚
`

export const slackExport = JSON.stringify([
  {
    type: 'message',
    subtype: 'bot_message',
    username: 'PagerDuty',
    text: '',
    ts: '1781044863.000100',
    attachments: [{ fallback: 'Triggered: edge-lis 5xx ratio' }],
  },
  {
    type: 'message',
    user: 'U01MARTA',
    user_profile: { real_name: 'Marta Reis' },
    text: 'looking, <@U02KENJI> &amp; see <https://grafana.example/d/5xx|board>',
    ts: '1781045000.000200',
  },
  {
    type: 'message',
    user: 'U02KENJI',
    user_profile: { real_name: 'Kenji Ito' },
    text: '<@U01MARTA> the push did it',
    ts: '1781045520.500300',
    thread_ts: '1781045000.000200',
  },
])

export const pagerDuty = JSON.stringify({
  log_entries: [
    {
      id: 'R1',
      type: 'trigger_log_entry',
      summary: 'Triggered through the API',
      created_at: '2026-06-09T22:41:00Z',
      agent: { summary: 'edge-lis alerts' },
      html_url: 'https://example.pagerduty.com/incidents/Q1/log_entries/R1',
    },
    {
      id: 'R2',
      type: 'notify_log_entry',
      summary: 'Notified Marta Reis by phone',
      created_at: '2026-06-09T22:41:05Z',
      agent: { summary: 'PagerDuty' },
    },
    {
      id: 'R3',
      type: 'acknowledge_log_entry',
      summary: 'Acknowledged by Marta Reis',
      created_at: '2026-06-09T23:42:31+01:00',
      agent: { summary: 'Marta Reis' },
    },
    {
      id: 'R4',
      type: 'resolve_log_entry',
      summary: 'Resolved by Marta Reis',
      created_at: '2026-06-09T23:20:00Z',
      agent: { summary: 'Marta Reis' },
    },
  ],
})

export const alerts = JSON.stringify([
  {
    status: 'firing',
    startsAt: '2026-06-09T22:40:12.123456789Z',
    labels: { alertname: 'EdgeErrors', pop: 'lis' },
    annotations: { summary: '5xx above 2 % in lis' },
    generatorURL: 'https://prometheus.example/graph',
  },
])

export const csv = `Timestamp (UTC),Author,Message
2026-06-09T22:41:00Z,pager,"Alert fired, ""edge-lis""
ratio 2 %"
2026-06-09T23:03:00Z,marta,Rolled back
,kenji,no time here
`
