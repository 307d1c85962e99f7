import { describe, expect, test } from 'vitest'
import { holdRules } from '#lib/testing/rule-cases.ts'
import { lint } from '../lint.ts'
import { chinese } from './pack.ts'

holdRules(chinese.rules, {
  'zh.human-error': {
    in: 'factors',
    finds: ['本次故障由人为失误导致。', '这是一次人工失误。', '操作失误触发了变更。'],
    silent: ['错误率上升到 4%。', '人工审核通过。', '失误率无法统计。'],
  },
  'zh.misoperation': {
    in: 'factors',
    finds: ['工程师误删了配置。', '误操作导致摘除。', '因为手滑点到了生产。'],
    silent: ['误差在 2% 以内。', '误报率下降。', '探针的误码率很低。'],
  },
  'zh.negligence': {
    in: 'factors',
    finds: ['由于疏忽没有看到。', '检查有疏漏。', '团队麻痹大意。'],
    silent: ['疏散流量到里斯本。', '大致正常。', '流量疏导正常。'],
  },
  'zh.careless': {
    in: 'factors',
    finds: ['评审不够仔细。', '因为粗心填错。', '责任心不强。'],
    silent: ['仔细列出每一步。', '粗粒度的开关。', '认真记录了时间。'],
  },
  'zh.should-have': {
    in: 'factors',
    finds: ['本应在灰度阶段发现。', '早就应该升级。', '原本应该停止。'],
    silent: ['代理应返回 503。', '基本应用正常。', '成本可控。'],
  },
  'zh.person-should': {
    in: 'factors',
    finds: ['值班人员应该先确认流量。', '工程师应当等待。', '我们应该回滚。'],
    silent: ['代理应该返回 503。', '客户端应当重试。', '系统必须幂等。'],
  },
  'zh.did-not-follow': {
    in: 'factors',
    finds: ['没有按照流程发布。', '未严格执行变更规范。', '没按手册操作的标准做。'],
    silent: ['按照流程发布。', '没有收到告警。', '未执行的任务有三个。'],
  },
  'zh.violation': {
    in: 'factors',
    finds: ['该变更违反了封网规定。', '这属于违规操作。', '违反发布流程。'],
    silent: ['规定写在手册里。', '违约金不适用。', '流程共九步。'],
  },
  'zh.responsible': {
    in: 'factors',
    finds: ['主要责任人：张工。', '将对此事追责。', '由网络组负主要责任。'],
    silent: ['本次复盘不追责。', '责任链模式处理请求。', '每个行动项有负责人。'],
  },
  'zh.blame': {
    in: 'factors',
    finds: ['这是网络团队的锅。', '不想背锅。', '罪魁祸首是正则。'],
    silent: ['火锅店的租户受影响。', '这很奇怪。', '锅炉房断电。'],
  },
  'zh.low-level': {
    in: 'factors',
    finds: ['这是一个低级错误。', '犯了一个错误。', '不可原谅的失误。'],
    silent: ['错误预算用尽。', '低级别日志关闭。', '返回错误码 503。'],
  },
  'zh.obvious': {
    in: 'factors',
    finds: ['显然是解析器泄漏。', '很明显缓存是冷的。', '众所周知它不稳定。'],
    silent: ['没有明显差异。', '延迟明显上升。', '并不显然。'],
  },
  'zh.just': {
    in: 'response',
    finds: ['只需摘除该站点。', '只要重启就能恢复。', '仅仅需要一步。'],
    silent: ['只有奥斯陆受影响。', '需要两步。', '只读副本正常。'],
  },
  'zh.cause-is-person': {
    in: 'factors',
    finds: ['根因是值班同学没有确认。', '由于工程师改动导致中断。', '原因在于开发人员。'],
    silent: ['根因是连接数上限。', '由于网络抖动导致中断。', '原因：磁盘写满。'],
  },
  'zh.did-not': {
    in: 'factors',
    finds: ['值班人员没有及时发现。', '我们没有确认流量。', '工程师忘记更新。'],
    silent: ['探针没有发现异常。', '工具未检查端口。', '告警没有触发。'],
  },
  'zh.awareness': {
    in: 'factors',
    finds: ['变更风险意识薄弱。', '缺乏安全意识。', '经验不足。'],
    silent: ['意识到流量异常。', '容量不足。', '磁盘空间不够。'],
  },
  'zh.seniority': {
    in: 'factors',
    finds: ['新入职的同学执行了脚本。', '一名初级工程师发布。', '实习生合并了变更。'],
    silent: ['新来的流量被拒绝。', '初级域名正常。', '实习期满。'],
  },
  'zh.punish': {
    in: 'lessons',
    finds: ['对当事人通报批评。', '扣绩效处理。', '提交检讨书。'],
    silent: ['检查项共九条。', '通报客户的时间。', '性能指标看板。'],
  },
  'zh.be-careful': {
    in: 'actions',
    finds: ['加强变更意识培训。', '务必谨慎操作。', '引以为戒。'],
    silent: ['加强型密钥已启用。', '当匹配超过两个站点时拒绝。', '提高连接数上限到 400。'],
  },
  'zh.if-only': {
    in: 'factors',
    finds: ['如果当时有灰度就不会发生。', '本来可以避免。', '要是早回滚，就能恢复。'],
    silent: ['如果令牌过期，接口返回 401。', '可以重试三次。', '避免了路径。'],
  },
})

describe('Chinese among English', () => {
  test('quotations and the words of the trade are left alone', () => {
    for (const source of ['客户说“是你们人为失误”。', '我们做无责复盘。', '> 误操作', '`误操作`'])
      expect(lint({ source, scope: 'factors' })).toEqual([])
  })

  test('each paragraph is read in its own language', () => {
    const found = lint({ source: 'It was human error.\n\n本次故障由人为失误导致。', scope: 'factors' })
    expect(found.map(({ rule }) => rule)).toEqual(['human-error', 'zh.human-error'])
  })
})
