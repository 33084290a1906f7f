/**
 * Table 三, 收到和处理政府信息公开申请情况: 7 columns of applicants, 23 rows in the trial format of 2019,
 * 25 in the format of 2021, which splits （六）其他处理 into three.
 * Source: 国办公开办函〔2019〕60号, 〔2021〕30号; results after articles 14–16 and 35–39 of the 条例.
 */
import type { Block, Column, FormTable, Row } from './form.ts';

const RESULTS = '三、本年度办理结果';
const DENIED = '（三）不予公开';
const UNABLE = '（四）无法提供';
const NOT_HANDLED = '（五）不予处理';
const OTHER = '（六）其他处理';

export const LEGAL_PERSONS = [
  'enterprise',
  'research_institute',
  'public_interest_org',
  'legal_service',
  'other_org',
] as const;

const COLUMNS = [
  column('natural_person', '自然人', 'natural persons', ['公民']),
  column('enterprise', '商业企业', 'commercial enterprises'),
  column('research_institute', '科研机构', 'scientific research institutions'),
  column('public_interest_org', '社会公益组织', 'social welfare (public-interest) organizations'),
  column('legal_service', '法律服务机构', 'legal service institutions'),
  column('other_org', '其他', 'other legal persons or organizations'),
  column('total', '总计', 'total', ['合计']),
] as const satisfies readonly Column[];

/** The header cell above the five kinds of legal persons; a column of its own where an issuer prints their subtotal. */
export const LEGAL_PERSON_GROUP: Column = column(
  'legal_person_or_org',
  '法人或其他组织',
  'legal persons or other organizations',
);

const RECEIVED: readonly Row[] = [
  { id: 'new_received', zh: '一、本年新收政府信息公开申请数量', en: 'applications newly received this year' },
  {
    id: 'carried_over',
    zh: '二、上年结转政府信息公开申请数量',
    en: 'applications carried over from the previous year',
  },
  { id: 'results', zh: RESULTS, en: 'results of handling this year', isGroup: true },
];

const OUTCOMES: readonly Row[] = [
  result('granted', '（一）予以公开', 'disclosed (granted)'),
  result(
    'partially_granted',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    'partially disclosed (severed: counted here only)',
    ['部分公开'],
  ),
  group('denied', DENIED, 'not disclosed (refused)'),
  result('denied_state_secret', '1.属于国家秘密', 'state secret', [], DENIED),
  result(
    'denied_prohibited_by_law',
    '2.其他法律行政法规禁止公开',
    'disclosure prohibited by laws or administrative regulations',
    [],
    DENIED,
  ),
  result(
    'denied_security_stability',
    '3.危及“三安全一稳定”',
    'endangers national, public or economic security or social stability',
    ['三安全一稳定'],
    DENIED,
  ),
  result(
    'denied_third_party',
    '4.保护第三方合法权益',
    "third parties' lawful rights and interests",
    [],
    DENIED,
  ),
  result(
    'denied_internal_affairs',
    '5.属于三类内部事务信息',
    'one of three kinds of internal-affairs information',
    [],
    DENIED,
  ),
  result(
    'denied_process_info',
    '6.属于四类过程性信息',
    'one of four kinds of process information',
    [],
    DENIED,
  ),
  result(
    'denied_enforcement_file',
    '7.属于行政执法案卷',
    'administrative law-enforcement case file',
    [],
    DENIED,
  ),
  result('denied_admin_query', '8.属于行政查询事项', 'administrative inquiry matter', [], DENIED),
  group('unable', UNABLE, 'unable to provide'),
  result('unable_not_held', '1.本机关不掌握相关政府信息', 'information not held', [], UNABLE),
  result(
    'unable_needs_creation',
    '2.没有现成信息需要另行制作',
    'no ready-made information; would have to be created',
    [],
    UNABLE,
  ),
  result(
    'unable_unclear',
    '3.补正后申请内容仍不明确',
    'content still unclear after supplementation',
    [],
    UNABLE,
  ),
  group('not_handled', NOT_HANDLED, 'not handled'),
  result('not_handled_petition', '1.信访举报投诉类申请', 'petition, report or complaint', [], NOT_HANDLED),
  result('not_handled_repeat', '2.重复申请', 'repeat application', [], NOT_HANDLED),
  result('not_handled_publication', '3.要求提供公开出版物', 'asks for published works', [], NOT_HANDLED),
  result(
    'not_handled_excessive',
    '4.无正当理由大量反复申请',
    'many repeated applications without good reason',
    ['大量反复申请'],
    NOT_HANDLED,
  ),
  result(
    'not_handled_confirm_reissue',
    '5.要求行政机关确认或重新出具已获取信息',
    'asks to confirm or re-issue information already obtained',
    [],
    NOT_HANDLED,
  ),
];

const OTHER_2019: readonly Row[] = [result('other', OTHER, 'other handling', ['（六）其他'])];

const OTHER_2021: readonly Row[] = [
  group('other', OTHER, 'other handling', ['（六）其他']),
  result(
    'other_correction_overdue',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    'applicant did not supplement in time; no longer processed',
    ['逾期不补正'],
    OTHER,
  ),
  result(
    'other_fee_unpaid',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    'applicant did not pay the fee in time; no longer processed',
    ['逾期不缴费', '逾期未缴费', '逾期未缴纳费用'],
    OTHER,
  ),
  result('other_misc', '3.其他', 'other', [], OTHER),
];

const CLOSING: readonly Row[] = [
  result('processed_total', '（七）总计', 'total handled this year', ['（七）合计']),
  { id: 'carried_forward', zh: '四、结转下年度继续办理', en: 'carried forward to next year' },
];

/** Rows of the results that are summed to （七）总计, in the 2019 form. */
export const RESULT_ROWS_2019 = leaves([...OUTCOMES, ...OTHER_2019]);
/** Rows of the results that are summed to （七）总计, in the 2021 form. */
export const RESULT_ROWS_2021 = leaves([...OUTCOMES, ...OTHER_2021]);

export const APPLICATIONS_2019 = table([
  { heading: null, rows: [...RECEIVED, ...OUTCOMES, ...OTHER_2019, ...CLOSING], columns: COLUMNS },
]);
export const APPLICATIONS_2021 = table([
  { heading: null, rows: [...RECEIVED, ...OUTCOMES, ...OTHER_2021, ...CLOSING], columns: COLUMNS },
]);

function table(blocks: readonly Block[]): FormTable {
  return {
    id: 'applications',
    zh: '收到和处理政府信息公开申请情况',
    en: 'Applications received and handled',
    blocks,
  };
}

function column(id: string, zh: string, en: string, aliases: readonly string[] = []): Column {
  return { id, zh, en, aliases, unit: '件' };
}

function result(id: string, zh: string, en: string, aliases: readonly string[] = [], parent?: string): Row {
  return { id, zh, en, aliases, groups: parent ? [RESULTS, parent] : [RESULTS] };
}

function group(id: string, zh: string, en: string, aliases: readonly string[] = []): Row {
  return { ...result(id, zh, en, aliases), isGroup: true };
}

function leaves(rows: readonly Row[]): string[] {
  return rows.filter((row) => !row.isGroup).map((row) => row.id);
}
