/**
 * The table of 2014–2018, 政府信息公开情况统计表: lines with one figure each, under nine headings.
 * Source: 国办发〔2014〕32号. The annex itself was not found: the headings and the first lines are confirmed by
 * reports and local forms, most other wordings are from memory, and provinces add lines of their own.
 */
import type { Column, FormTable, Row } from './form.ts';

/** The one column of figures; fact ids of this table end with the line. */
const COUNT: Column = {
  id: '',
  zh: '统计数',
  en: 'count',
  unit: null,
  aliases: ['统计数量', '数量', '数据'],
};

const ROWS: readonly Row[] = [
  heading('disclosure.total', '一、主动公开情况', 'proactive disclosure'),
  line(
    'disclosure.disclosed',
    '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）',
    '条',
    'items proactively disclosed',
  ),
  line(
    'disclosure.disclosed_normative',
    '其中：主动公开规范性文件数',
    '条',
    'of which: normative documents proactively disclosed',
  ),
  line(
    'disclosure.normative_made',
    '制发规范性文件总数',
    '件',
    'total number of normative documents made and issued',
  ),
  heading(
    'disclosure.channels',
    '（二）通过不同渠道和方式公开政府信息的情况',
    'disclosure by channel and form',
  ),
  line('disclosure.gazette', '1.政府公报公开政府信息数', '条', 'via government gazette'),
  line('disclosure.website', '2.政府网站公开政府信息数', '条', 'via government website'),
  line('disclosure.weibo', '3.政务微博公开政府信息数', '条', 'via government microblog (Weibo)'),
  line('disclosure.wechat', '4.政务微信公开政府信息数', '条', 'via government WeChat'),
  line('disclosure.other', '5.其他方式公开政府信息数', '条', 'via other means'),
  heading('response.total', '二、回应解读情况', 'response and interpretation'),
  line(
    'response.hotspots',
    '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）',
    '次',
    'responses to matters of public concern or major public opinion (same matter counts once)',
  ),
  heading(
    'response.channels',
    '（二）通过不同渠道和方式回应解读的情况',
    'response and interpretation by channel',
  ),
  line('response.press', '1.参加或举办新闻发布会总次数', '次', 'press conferences attended or held, total'),
  line(
    'response.press_chief',
    '其中：主要负责同志参加新闻发布会次数',
    '次',
    'of which: attended by the principal leader',
  ),
  line('response.interview', '2.政府网站在线访谈次数', '次', 'online interviews on the government website'),
  line(
    'response.interview_chief',
    '其中：主要负责同志参加政府网站在线访谈次数',
    '次',
    'of which: with the principal leader',
  ),
  line('response.articles', '3.政策解读稿件发布数', '篇', 'policy-interpretation articles published'),
  line('response.weibo_wechat', '4.微博微信回应事件数', '次', 'incidents responded to by Weibo/WeChat'),
  line('response.other', '5.其他方式回应事件数', '次', 'incidents responded to by other means'),
  heading('application.total', '三、依申请公开情况', 'disclosure upon application'),
  line('application.received', '（一）收到申请数', '件', 'applications received'),
  line('application.recv_in_person', '1.当面申请数', '件', 'in person'),
  line('application.recv_fax', '2.传真申请数', '件', 'by fax'),
  line('application.recv_online', '3.网络申请数', '件', 'online', ['网上申请数', '电子邮件申请数']),
  line('application.recv_letter', '4.信函申请数', '件', 'by letter'),
  line('application.concluded', '（二）申请办结数', '件', 'applications concluded'),
  line('application.concluded_on_time', '1.按时办结数', '件', 'concluded on time'),
  line('application.concluded_extended', '2.延期办结数', '件', 'concluded after extension'),
  line('application.replied', '（三）申请答复数', '件', 'applications answered'),
  line(
    'application.reply_already_public',
    '1.属于已主动公开范围数',
    '件',
    'already within the scope of proactive disclosure',
  ),
  line('application.reply_agreed', '2.同意公开答复数', '件', 'agreed to disclose'),
  line('application.reply_partial', '3.同意部分公开答复数', '件', 'agreed to disclose in part'),
  line('application.reply_refused', '4.不同意公开答复数', '件', 'refused'),
  line('application.refused_state_secret', '其中：涉及国家秘密', '件', 'of which: state secrets'),
  line('application.refused_trade_secret', '涉及商业秘密', '件', 'trade secrets'),
  line('application.refused_privacy', '涉及个人隐私', '件', 'personal privacy'),
  line(
    'application.refused_security_stability',
    '危及国家安全、公共安全、经济安全和社会稳定',
    '件',
    'endangers national, public or economic security or social stability',
  ),
  line(
    'application.refused_not_gov_info',
    '不是《条例》所指政府信息',
    '件',
    'not government information within the Regulations',
  ),
  line(
    'application.refused_other_law',
    '法律法规规定的其他情形',
    '件',
    'other circumstances provided by law or regulation',
  ),
  line('application.reply_not_ours', '5.不属于本行政机关公开数', '件', 'not for this organ to disclose'),
  line('application.reply_not_exist', '6.申请信息不存在数', '件', 'information does not exist'),
  line('application.reply_amend', '7.告知作出更改补充数', '件', 'applicant told to amend or supplement'),
  line(
    'application.reply_other_channel',
    '8.告知通过其他途径办理数',
    '件',
    'applicant told to use another channel',
  ),
  line('review.total', '四、行政复议数量', '件', 'administrative reconsideration cases'),
  line('review.upheld', '（一）维持具体行政行为数', '件', 'specific administrative act upheld'),
  line('review.corrected', '（二）被依法纠错数', '件', 'corrected according to law'),
  line('review.other', '（三）其他情形数', '件', 'other'),
  line('suit.total', '五、行政诉讼数量', '件', 'administrative litigation cases'),
  line(
    'suit.upheld',
    '（一）维持具体行政行为或者驳回原告诉讼请求数',
    '件',
    "act upheld or plaintiff's claim dismissed",
  ),
  line('suit.corrected', '（二）被依法纠错数', '件', 'corrected according to law'),
  line('suit.other', '（三）其他情形数', '件', 'other'),
  line('complaints.total', '六、举报投诉数量', '件', 'reports and complaints'),
  line('fees.total', '七、依申请公开信息收取的费用', '万元', 'fees charged for disclosure upon application'),
  heading('resources.total', '八、机构建设和保障经费情况', 'institutions and funding'),
  line('resources.offices', '（一）政府信息公开工作专门机构数', '个', 'dedicated OGI offices'),
  line('resources.reading_points', '（二）设置政府信息公开查阅点数', '个', 'OGI reading points'),
  line('resources.staff', '（三）从事政府信息公开工作人员数', '人', 'OGI staff'),
  line(
    'resources.staff_full_time',
    '1.专职人员数（不包括政府公报及政府网站工作人员数）',
    '人',
    'full-time (excl. gazette and website staff)',
  ),
  line('resources.staff_part_time', '2.兼职人员数', '人', 'part-time'),
  line(
    'resources.funds',
    '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）',
    '万元',
    'dedicated OGI funds (excl. gazette and website costs)',
  ),
  heading('training.total', '九、政府信息公开会议和培训情况', 'meetings and training'),
  line(
    'training.meetings',
    '（一）召开政府信息公开工作会议或专题会议数',
    '次',
    'OGI work or special meetings held',
  ),
  line('training.courses', '（二）举办各类培训班数', '次', 'training courses held'),
  line('training.trainees', '（三）接受培训人员数', '人次', 'persons trained (person-times)'),
];

export const STATISTICS: FormTable = {
  id: 'statistics',
  zh: '政府信息公开情况统计表',
  en: 'Statistics on disclosure',
  blocks: [{ heading: null, rows: ROWS, columns: [COUNT] }],
};

function line(id: string, zh: string, unit: string, en: string, aliases: readonly string[] = []): Row {
  return { id, zh, en, unit, aliases };
}

function heading(id: string, zh: string, en: string): Row {
  return { id, zh, en, isGroup: true };
}
