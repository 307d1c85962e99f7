import type { Pack, Rule } from '../rule.ts'

const 人 =
  '(?:工程师|运维(?:人员|同学|同事)?|开发(?:人员|同学)?|操作(?:人员|员)|值班(?:人员|同学|工程师)?|同事|同学|员工|实习生|新人|负责人|当事人|某人|他|她|我们|大家|团队)'

/** The patterns that matter most, in the same shape as the English pack; a start, not the whole catalogue. */
const rules: readonly Rule[] = [
  {
    ...{ id: 'zh.human-error', code: 'Z01', category: 'person', level: 'flag', scopes: 'all' },
    pattern: /人为(?:失误|错误|原因|因素|疏忽|故障)|人工失误|操作失误/g,
    why: '“人为失误”是调查的起点，而不是结论。当时是什么让这一步显得合理，又是什么放行了它？',
    rewrite: ['工具接受了……，但没有显示……', '……这一步没有校验'],
    example: { before: '本次故障由人为失误导致。', after: '工具接受了区域名，但没有显示它包含多少站点。' },
  },
  {
    ...{ id: 'zh.misoperation', code: 'Z02', category: 'person', level: 'flag', scopes: 'all' },
    pattern: /误操作|误(?:删|点|触|改|配|执行|发布|关闭|停)(?:了|除|掉)?|手滑|手抖|手误/g,
    why: '是不是“误”，事后才知道。请写当时想做什么，以及两个选择为何看起来一样。',
    rewrite: ['执行了……，本意是……', '……与……的提示看起来相同'],
    example: { before: '工程师误删了配置。', after: '工程师执行了删除，本意是测试环境；两个环境的提示看起来相同。' },
  },
  {
    ...{ id: 'zh.negligence', code: 'Z03', category: 'person', level: 'flag', scopes: 'all' },
    pattern: /疏忽(?:大意)?|疏漏|大意|马虎|掉以轻心|麻痹/g,
    why: '这是对人的评价，无法改进。请写当时的负载、界面和时间。',
    rewrite: ['当时同时有……个告警', '……没有提示'],
    example: { before: '由于疏忽没有发现告警。', after: '告警与另外 140 条在同一频道，十分钟内到达。' },
  },
  {
    ...{ id: 'zh.careless', code: 'Z04', category: 'person', level: 'flag', scopes: 'all' },
    pattern: /粗心(?:大意)?|不(?:够)?(?:细心|仔细|认真|谨慎|专业|负责任)|责任心(?:不强|不足|缺失)|缺乏责任心/g,
    why: '性格不是机制。换一个人站在这里，会遇到同样的条件。',
    rewrite: ['', '界面把……折叠了'],
    example: { before: '评审不够仔细。', after: '评审页面折叠了自动生成的文件。' },
  },
  {
    ...{ id: 'zh.should-have', code: 'Z05', category: 'counterfactual', level: 'flag', scopes: 'all' },
    pattern: /(?<![基成根样版日资文脚])本(?:应该?|该|可以?|来(?:应该|可以))|(?:早就?|当时)应该|原本应(?:该|当)?/g,
    why: '这描述的是没有发生的世界。当时的要求是什么，能看到什么？',
    rewrite: ['当时……没有要求，因为……', '当时看不到……，因为……'],
    example: { before: '本应在灰度阶段发现。', after: '灰度阶段没有这类站点。' },
  },
  {
    ...{
      id: 'zh.person-should',
      code: 'Z06',
      category: 'counterfactual',
      level: 'suggest',
      scopes: ['title', 'summary', 'timeline', 'factors', 'defences', 'response'],
    },
    pattern: new RegExp(`${人}(?:应该|应当|理应|必须)`, 'g'),
    why: '事后的标准。这个期望当时写在哪里，谁看得到？',
    rewrite: ['……的期望写在……'],
    example: { before: '值班人员应该先确认流量。', after: '先确认流量写在手册第 9 步，告警没有链接到它。' },
  },
  {
    ...{ id: 'zh.did-not-follow', code: 'Z07', category: 'hindsight', level: 'flag', scopes: 'all' },
    pattern:
      /(?:没有|没|未)(?:严格)?(?:按照?|遵守|遵循|执行|落实)[^，。；：！？\n]{0,12}?(?:流程|规范|规定|制度|手册|标准|要求|SOP)/g,
    why: '写下来的工作和实际的工作处处不同。这里差在哪里，为什么？',
    rewrite: ['手册写的是……，平时的做法是……，因为……'],
    example: { before: '没有按照流程发布。', after: '流程要求等待 30 分钟；发布工具的默认值是 5 分钟。' },
  },
  {
    ...{ id: 'zh.violation', code: 'Z08', category: 'hindsight', level: 'flag', scopes: 'all' },
    pattern: /违反(?:了)?[^，。；：！？\n]{0,10}?(?:规定|流程|规范|制度|纪律|红线)|违规(?:操作|发布|变更)?/g,
    why: '“违规”结束了提问。规定和实际做法为何不同，工具是否知道这条规定？',
    rewrite: ['……的规定在……公布，工具不知道它'],
    example: { before: '该变更违反了封网规定。', after: '封网通过邮件通知；发布工具不知道它。' },
  },
  {
    ...{ id: 'zh.responsible', code: 'Z09', category: 'person', level: 'flag', scopes: 'all' },
    pattern:
      /(?:主要|直接|第一|事故|故障)责任人|(?<!单一)责任人(?:是|为|：|:)|追责|问责|定责|责任(?:归属|认定|划分)|负(?:全部|主要|直接)责任/g,
    why: '复盘不判定责任。一旦有了它，下一位作者会写得更少。',
    rewrite: ['', '角色：……'],
    example: { before: '主要责任人：张工。', after: '删去；参与的角色写在事实里。' },
  },
  {
    ...{ id: 'zh.blame', code: 'Z10', category: 'person', level: 'suggest', scopes: 'all' },
    pattern: /背锅|甩锅|(?<!不)怪(?:他|她|你|我们|对方)|罪魁祸首|元凶|肇事者|的锅/g,
    why: '这是法庭的语言。等待判决的人会少说。',
    rewrite: ['促成了', '……组件'],
    example: { before: '这是网络团队的锅。', after: '我们与网络团队的接口没有约定超时。' },
  },
  {
    ...{ id: 'zh.low-level', code: 'Z11', category: 'person', level: 'flag', scopes: 'all' },
    pattern: /(?:低级|愚蠢|幼稚|不可原谅|不该犯)的?(?:错误|失误|问题)|犯(?:了)?(?:一个)?(?:错误|错)/g,
    why: '只有事后才显得低级。当时的界面显示了什么？',
    rewrite: ['……与……看起来相同', '……没有校验'],
    example: { before: '这是一个低级错误。', after: '名称只差一个字母，工具在执行后才列出匹配项。' },
  },
  {
    ...{ id: 'zh.obvious', code: 'Z12', category: 'hindsight', level: 'suggest', scopes: 'all' },
    pattern: /(?<!不)显然|显而易见|很明显|明显(?:是|的错误)|毫无疑问|众所周知|不言而喻|一目了然/g,
    why: '现在才显然。当时在哪里显示了什么？',
    rewrite: ['', '……显示……'],
    example: { before: '显然是解析器泄漏。', after: '14:10 的堆快照显示是解析器。' },
  },
  {
    ...{ id: 'zh.just', code: 'Z13', category: 'hindsight', level: 'info', scopes: 'all' },
    pattern: /只(?:需要?|要[^，。；！？\n]{0,12}?就(?:能|可以|行|好))|仅仅(?:需要)?|很简单(?:地)?|无非(?:是|就是)/g,
    why: '它让当时的困难变小了。',
    rewrite: [''],
    example: { before: '只需摘除该站点。', after: '摘除了该站点。' },
  },
  {
    ...{ id: 'zh.cause-is-person', code: 'Z14', category: 'cause', level: 'flag', scopes: 'all' },
    pattern: new RegExp(
      `(?:根因|根本原因|原因|起因)(?:是|为|在于|：|:)[^，。；！？\\n]{0,12}?${人}|(?:由于?|因为?)${人}[^，。；！？\\n]{0,12}?(?:导致|造成|引起|引发)`,
      'g',
    ),
    why: '人不是机制：下一个站在这里的人会遇到同样的条件。',
    rewrite: ['由……的变更引起，它……', '当……时，……'],
    example: { before: '根因是值班同学没有确认。', after: '确认页只显示名称，不显示受影响的流量。' },
  },
  {
    ...{
      id: 'zh.did-not',
      code: 'Z15',
      category: 'person',
      level: 'suggest',
      levelIn: { factors: 'flag' },
      scopes: 'all',
    },
    pattern: new RegExp(
      `${人}(?:并|也|都|当时)?(?:没有?|未(?:能)?|忘(?:记|了)|忽(?:视|略)了?)(?:及时|充分|认真|仔细)?(?:检查|确认|验证|测试|发现|注意|关注|通知|评审|评估|意识|考虑|升级|更新|同步|核对)`,
      'g',
    ),
    why: '没有发生的事不留痕迹。他们当时在做什么，步骤把他们引向哪里？',
    rewrite: ['步骤里没有显示……', '当时看的是……，它显示……'],
    example: { before: '值班人员没有及时发现。', after: '告警在 11 分钟后触发；在此之前图表显示正常。' },
  },
  {
    ...{ id: 'zh.awareness', code: 'Z16', category: 'person', level: 'flag', scopes: 'all' },
    pattern:
      /(?:安全|风险|责任|质量|稳定性|变更)?意识(?:不强|不足|薄弱|淡薄|不够|缺失)|缺乏[^，。；！？\n]{0,6}?意识|态度(?:不端正|问题|不认真)|经验不足|能力不足|水平不够/g,
    why: '特质不能改，条件可以。缺的是哪个信号、工具或时间？',
    rewrite: ['没有……显示……'],
    example: { before: '变更风险意识薄弱。', after: '变更单不显示受影响的站点数。' },
  },
  {
    ...{ id: 'zh.seniority', code: 'Z17', category: 'person', level: 'flag', scopes: 'all' },
    pattern: /(?:新(?:入职|来)的?|初级|没经验的?|刚毕业的?|实习)(?:员工|同学|同事|工程师|开发|运维|生)/g,
    why: '这说的是谁，而不是为什么。同样的权限和护栏会遇到任何人。',
    rewrite: ['工程师（权限与护栏人人相同）'],
    example: { before: '新入职的同学执行了脚本。', after: '脚本以所有工程师都有的权限运行。' },
  },
  {
    ...{ id: 'zh.punish', code: 'Z18', category: 'person', level: 'flag', scopes: 'all' },
    pattern: /处罚|通报批评|批评教育|扣(?:绩效|奖金|分)|绩效(?:扣减|处理)|检讨(?:书)?|严肃处理|惩罚/g,
    why: '这不是复盘的话题。',
    rewrite: [''],
    example: { before: '对当事人通报批评。', after: '删去；它若有必要，也不在这里。' },
  },
  {
    ...{
      id: 'zh.be-careful',
      code: 'Z19',
      category: 'items',
      level: 'flag',
      scopes: ['actions', 'lessons', 'factors', 'response'],
    },
    pattern:
      /(?:加强|提高|增强|提升|强化)(?:[^，。；！？\n]{0,8}?)(?:意识|责任心|管理|培训|教育|重视|警惕|审核力度)|(?:更加|务必|多加|格外)(?:小心|注意|谨慎|仔细)|引以为戒|杜绝(?:此类|类似)/g,
    why: '小心不是控制措施：凌晨三点就用完了。机器可以检查什么？',
    rewrite: ['当……时，工具拒绝……', '当……时，CI 失败'],
    example: { before: '加强变更意识培训。', after: '匹配超过两个站点时，摘除工具拒绝执行。' },
  },
  {
    ...{
      id: 'zh.if-only',
      code: 'Z20',
      category: 'counterfactual',
      level: 'suggest',
      scopes: ['title', 'summary', 'timeline', 'factors', 'response', 'lessons', 'external'],
    },
    pattern:
      /(?:如果|要是|假如|倘若)(?:当时|能|早|有人|我们|他们)[^。；！？\n]{0,40}?(?:就(?:不会|能|可以)|可以避免|不至于)|(?:完全|本来)?可以避免/g,
    why: '假设的世界无法验证。写下当时有什么，或者把它变成一次测试。',
    rewrite: ['当时……', '测试：打开……再运行一次'],
    example: { before: '如果当时有灰度就不会发生。', after: '这类站点没有灰度。' },
  },
]

export const chinese: Pack = {
  language: 'zh',
  rules,
  terms:
    /无责(?:备)?(?:复盘|文化|追究)?|不追责|误(?:差|码|报)率?|错误(?:预算|率|码)|灾难恢复|混沌工程|责任链(?:模式)?|单一责任/g,
}
