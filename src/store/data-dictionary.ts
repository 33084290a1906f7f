/** What each table and column of the database holds, in English and Chinese, written into the database itself. */
import type { Database } from 'better-sqlite3';

type Meaning = readonly [en: string, zh: string];
type Columns = Readonly<Record<string, Meaning>>;

const REPORT_ID: Meaning = ['the report (reports.id)', '所属报告（reports.id）'];
const POSITION: Meaning = ['order in the record, from 0', '在记录中的次序，从 0 起'];
const FACT_ID: Meaning = [
  'fact id: table.row.column (fact_definitions)',
  '数据项编号：表.行.列（见 fact_definitions）',
];
const SEVERITY: Meaning = ['error, warning or info', '严重程度：error 错误、warning 警告、info 提示'];
const MESSAGE: Meaning = ['what was met, in English', '说明（英文）'];

const PLACE: Columns = {
  block: ['paragraph or table in the document, from 0', '文档中的段落或表格序号，从 0 起'],
  grid_row: ['row in the table, from 0', '表内行号，从 0 起'],
  grid_col: ['column in the table, from 0', '表内列号，从 0 起'],
  char_from: ['first character in the text, from 0', '文本中的起始字符，从 0 起'],
  char_to: ['character after the last one', '文本中的结束字符（不含）'],
  page: ['page, from 1', '页码，从 1 起'],
  x0: ['left edge in points from the left of the page', '左边界，距页面左缘的点数（1/72 英寸）'],
  y0: ['top edge in points from the top of the page', '上边界，距页面上缘的点数'],
  x1: ['right edge', '右边界'],
  y1: ['bottom edge', '下边界'],
};

const REPORT: Columns = {
  id: ['number of the report', '报告编号'],
  source_id: ['the file content it was read from (sources.id)', '来源内容（sources.id）'],
  parser_version: ['version of the program that read it', '读取程序的版本'],
  contract: ['version of the record’s layout', '记录格式的版本'],
  path: ['path under which it was first read', '首次读取时的路径'],
  format: ['format by content: docx doc pdf html …', '按内容判定的格式'],
  readers: [
    'JSON array: the reader of the values, then those that checked it',
    'JSON 数组：取值的读取器，其后为核对的读取器',
  ],
  status: [
    'ok, partial (facts missing or unreadable), failed (no report)',
    'ok 完整、partial 部分缺失、failed 未读出',
  ],
  title: ['title', '标题'],
  year: ['report year', '报告年度'],
  issuer_name: ['issuer as printed', '发布机关名称'],
  issuer_kind: ['kind of organ', '机关类别'],
  issuer_level: ['central, province, prefecture, county, township', '层级'],
  division_code: ['GB/T 2260, six digits', '行政区划代码（GB/T 2260，六位）'],
  division_path: ['JSON array: names from the province down', 'JSON 数组：自省级起的区划名称'],
  period_from: ['start of the period as stated', '统计期起始日'],
  period_to: ['end of the period as stated', '统计期截止日'],
  published: ['date of publication as stated', '发布日期'],
  generation: ['generation of the form: g2008 g2014 g2019 g2021', '格式代次'],
};

const DICTIONARY: Readonly<Record<string, Columns>> = {
  sources: {
    id: ['number of the content', '内容编号'],
    sha256: ['SHA-256 of the bytes; null where they could not be read', '文件内容的 SHA-256；无法读取时为空'],
    bytes: ['size in bytes', '字节数'],
  },
  paths: {
    path: ['path as named by the user', '用户给出的路径'],
    source_id: ['the content that last lay there (sources.id)', '该路径最近的内容（sources.id）'],
  },
  reports: REPORT,
  current_reports: REPORT,
  sections: {
    report_id: REPORT_ID,
    position: POSITION,
    key: [
      'overview proactive applications remedies problems other',
      '部分：总体情况、主动公开、依申请、复议诉讼、问题、其他',
    ],
    number: ['number of the section', '部分序号'],
    heading: ['heading as printed', '标题原文'],
    text: ['text without the tables', '正文（不含表格）'],
  },
  facts: {
    report_id: REPORT_ID,
    fact_id: FACT_ID,
    position: POSITION,
    value: ['the figure; null unless state is number', '数值；仅当 state 为 number 时非空'],
    state: ['number, blank, dash, text or unreadable', '单元格状态：数字、空白、横线、文字、无法辨认'],
    raw: ['text of the cell, untouched', '单元格原文'],
    ...PLACE,
  },
  extras: {
    report_id: REPORT_ID,
    position: POSITION,
    label: ['label as printed', '标签原文'],
    numbers: ['JSON array of the numbers; null for none', 'JSON 数组：各数值，无则为 null'],
    ...PLACE,
  },
  claims: {
    report_id: REPORT_ID,
    position: POSITION,
    text: ['the words that state the figure', '原文语句'],
    measure: ['what is counted', '所述事项'],
    value: ['the figure', '数值'],
    unit: ['unit as printed', '单位'],
    section: ['section that it stands in', '所在部分'],
    ...PLACE,
  },
  findings: {
    report_id: REPORT_ID,
    position: POSITION,
    rule: ['id of the rule', '规则编号'],
    severity: SEVERITY,
    message: MESSAGE,
    expected: ['what should stand there', '应有数值'],
    actual: ['what stands there', '实有数值'],
    verdict: ['who erred: issuer, reader or undecided', '责任：发布机关、读取器、未定'],
  },
  finding_facts: {
    report_id: REPORT_ID,
    finding: ['the finding (findings.position)', '所属问题（findings.position）'],
    role: ['fact: bound by the rule; suspect: the likely culprit', 'fact 相关数据项；suspect 可疑数据项'],
    position: POSITION,
    fact_id: FACT_ID,
  },
  diagnostics: {
    report_id: REPORT_ID,
    position: POSITION,
    code: ['stable code area.problem', '代码：领域.问题'],
    severity: SEVERITY,
    message: MESSAGE,
    has_facts: ['1 where the diagnostic names facts', '是否列出数据项'],
    has_place: ['1 where the diagnostic names a place', '是否给出位置'],
    ...PLACE,
  },
  diagnostic_facts: {
    report_id: REPORT_ID,
    diagnostic: ['the diagnostic (diagnostics.position)', '所属诊断（diagnostics.position）'],
    position: POSITION,
    fact_id: FACT_ID,
  },
  fact_definitions: {
    generation: ['generation of the form', '格式代次'],
    fact_id: FACT_ID,
    position: ['order on the form', '在表中的次序'],
    table_id: ['table', '表'],
    row_id: ['row', '行'],
    column_id: ['column', '列'],
    row_zh: ['row label, official wording', '行标签（官方用语）'],
    row_en: ['row label in English', '行标签（英文）'],
    column_zh: ['column label, official wording', '列标签（官方用语）'],
    column_en: ['column label in English', '列标签（英文）'],
    unit: ['unit of the figures', '计量单位'],
    is_group: ['1 for the line of a group, not in the wide view', '是否为分组行（不在宽表内）'],
  },
  data_dictionary: {
    table_name: ['table or view', '表或视图'],
    column_name: ['column', '列'],
    meaning_en: ['meaning in English', '英文含义'],
    meaning_zh: ['meaning in Chinese', '中文含义'],
  },
};

/** Renews the dictionary in the database. */
export function writeDataDictionary(db: Database): void {
  db.exec('DELETE FROM data_dictionary');
  const insert = db.prepare('INSERT INTO data_dictionary VALUES (?, ?, ?, ?)');
  for (const [table, columns] of Object.entries(DICTIONARY))
    for (const [column, [en, zh]] of Object.entries(columns)) insert.run(table, column, en, zh);
}
