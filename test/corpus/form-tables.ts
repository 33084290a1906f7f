/**
 * The rows and columns of tables two to four on the forms of 2019 and 2021, as the corpus prints them:
 * the ids name the facts, the labels are the official ones. Kept apart from the forms of the parsers, so
 * that a wrong label there cannot hide behind the same wrong label here.
 * Source: 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号, annexes.
 */

export type Form = 'g2019' | 'g2021';

export interface Row {
  readonly id: string;
  readonly label: string;
}

export interface Column {
  readonly id: string;
  readonly label: string;
}

export interface ProactiveBlock {
  readonly item: '一' | '五' | '六' | '八' | '九';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface ResultGroup {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly Row[];
}

const ITEMS_2019: readonly Column[] = [
  { id: 'prev_items', label: '上一年项目数量' },
  { id: 'change', label: '本年增/减' },
  { id: 'decisions', label: '处理决定数量' },
];
const DECISIONS_2021: readonly Column[] = [{ id: 'decisions', label: '本年处理决定数量' }];
const PENALTY_ROWS: readonly Row[] = [
  { id: 'penalty', label: '行政处罚' },
  { id: 'compulsion', label: '行政强制' },
];

export const PROACTIVE: Readonly<Record<Form, readonly ProactiveBlock[]>> = {
  g2019: [
    {
      item: '一',
      columns: [
        { id: 'newly_made', label: '本年新制作数量' },
        { id: 'newly_disclosed', label: '本年新公开数量' },
        { id: 'disclosed_total', label: '对外公开总数量' },
      ],
      rows: [
        { id: 'rules', label: '规章' },
        { id: 'normative_docs', label: '规范性文件' },
      ],
    },
    {
      item: '五',
      columns: ITEMS_2019,
      rows: [
        { id: 'licensing', label: '行政许可' },
        { id: 'other_services', label: '其他对外管理服务事项' },
      ],
    },
    { item: '六', columns: ITEMS_2019, rows: PENALTY_ROWS },
    { item: '八', columns: ITEMS_2019.slice(0, 2), rows: [{ id: 'admin_fees', label: '行政事业性收费' }] },
    {
      item: '九',
      columns: [
        { id: 'procurement_projects', label: '采购项目数量' },
        { id: 'procurement_amount', label: '采购总金额' },
      ],
      rows: [{ id: 'central_procurement', label: '政府集中采购' }],
    },
  ],
  g2021: [
    {
      item: '一',
      columns: [
        { id: 'made', label: '本年制发件数' },
        { id: 'repealed', label: '本年废止件数' },
        { id: 'in_force', label: '现行有效件数' },
      ],
      rows: [
        { id: 'rules', label: '规章' },
        { id: 'normative_docs', label: '行政规范性文件' },
      ],
    },
    { item: '五', columns: DECISIONS_2021, rows: [{ id: 'licensing', label: '行政许可' }] },
    { item: '六', columns: DECISIONS_2021, rows: PENALTY_ROWS },
    {
      item: '八',
      columns: [{ id: 'fee_amount', label: '本年收费金额（单位：万元）' }],
      rows: [{ id: 'admin_fees', label: '行政事业性收费' }],
    },
  ],
};

export const LEGAL_COLUMNS: readonly Column[] = [
  { id: 'enterprise', label: '商业企业' },
  { id: 'research_institute', label: '科研机构' },
  { id: 'public_interest_org', label: '社会公益组织' },
  { id: 'legal_service', label: '法律服务机构' },
  { id: 'other_org', label: '其他' },
];
export const NATURAL_COLUMN: Column = { id: 'natural_person', label: '自然人' };
export const TOTAL_COLUMN: Column = { id: 'total', label: '总计' };
/** The six columns that add up to `total`. */
export const APPLICANTS: readonly string[] = [NATURAL_COLUMN.id, ...LEGAL_COLUMNS.map((column) => column.id)];

export const NEW_RECEIVED: Row = { id: 'new_received', label: '一、本年新收政府信息公开申请数量' };
export const CARRIED_OVER: Row = { id: 'carried_over', label: '二、上年结转政府信息公开申请数量' };
export const CARRIED_FORWARD: Row = { id: 'carried_forward', label: '四、结转下年度继续办理' };
export const PROCESSED_TOTAL: Row = { id: 'processed_total', label: '（七）总计' };
export const RESULTS_LABEL = '三、本年度办理结果';
export const GRANTED: readonly Row[] = [
  { id: 'granted', label: '（一）予以公开' },
  { id: 'partially_granted', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）' },
];
export const OTHER_SINGLE: Row = { id: 'other', label: '（六）其他处理' };

const GROUPS: readonly ResultGroup[] = [
  {
    id: 'denied',
    label: '（三）不予公开',
    rows: [
      { id: 'denied_state_secret', label: '1.属于国家秘密' },
      { id: 'denied_prohibited_by_law', label: '2.其他法律行政法规禁止公开' },
      { id: 'denied_security_stability', label: '3.危及“三安全一稳定”' },
      { id: 'denied_third_party', label: '4.保护第三方合法权益' },
      { id: 'denied_internal_affairs', label: '5.属于三类内部事务信息' },
      { id: 'denied_process_info', label: '6.属于四类过程性信息' },
      { id: 'denied_enforcement_file', label: '7.属于行政执法案卷' },
      { id: 'denied_admin_query', label: '8.属于行政查询事项' },
    ],
  },
  {
    id: 'unable',
    label: '（四）无法提供',
    rows: [
      { id: 'unable_not_held', label: '1.本机关不掌握相关政府信息' },
      { id: 'unable_needs_creation', label: '2.没有现成信息需要另行制作' },
      { id: 'unable_unclear', label: '3.补正后申请内容仍不明确' },
    ],
  },
  {
    id: 'not_handled',
    label: '（五）不予处理',
    rows: [
      { id: 'not_handled_petition', label: '1.信访举报投诉类申请' },
      { id: 'not_handled_repeat', label: '2.重复申请' },
      { id: 'not_handled_publication', label: '3.要求提供公开出版物' },
      { id: 'not_handled_excessive', label: '4.无正当理由大量反复申请' },
      { id: 'not_handled_confirm_reissue', label: '5.要求行政机关确认或重新出具已获取信息' },
    ],
  },
];
const OTHER_GROUP: ResultGroup = {
  id: 'other',
  label: '（六）其他处理',
  rows: [
    {
      id: 'other_correction_overdue',
      label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    },
    {
      id: 'other_fee_unpaid',
      label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    },
    { id: 'other_misc', label: '3.其他' },
  ],
};

/** The grouped result rows of table three; （六） is one row without a group where `singleOther` holds, as on the form of 2019. */
export function resultGroups(singleOther: boolean): readonly ResultGroup[] {
  return singleOther ? GROUPS : [...GROUPS, OTHER_GROUP];
}

/** Ids of the rows that add up to `processed_total`. */
export function resultRows(singleOther: boolean): readonly string[] {
  const grouped = resultGroups(singleOther).flatMap((group) => group.rows.map((row) => row.id));
  return [...GRANTED.map((row) => row.id), ...grouped, ...(singleOther ? [OTHER_SINGLE.id] : [])];
}

export const REMEDY_BLOCKS: readonly Column[] = [
  { id: 'review', label: '行政复议' },
  { id: 'suit_direct', label: '未经复议直接起诉' },
  { id: 'suit_after_review', label: '复议后起诉' },
];
export const REMEDY_COLUMNS: readonly Column[] = [
  { id: 'upheld', label: '结果维持' },
  { id: 'corrected', label: '结果纠正' },
  { id: 'other', label: '其他结果' },
  { id: 'pending', label: '尚未审结' },
  { id: 'total', label: '总计' },
];
