/**
 * Table 二, 主动公开政府信息情况: one block for each item of article 20 of the 条例.
 * Source: 国办公开办函〔2019〕60号 (items one, five, six, eight, nine), 〔2021〕30号 (nine dropped).
 */
import type { Block, Column, FormTable, Label, Row } from './form.ts';

const heading = (item: string, en: string): Label => ({
  id: `article-20-${item}`,
  zh: `第二十条第（${item}）项`,
  en,
});
const column = (
  id: string,
  zh: string,
  en: string,
  unit: string | null,
  aliases: readonly string[] = [],
): Column => ({ id, zh, en, unit, aliases });

const RULES: Row = { id: 'rules', zh: '规章', en: 'administrative rules' };
const NORMATIVE_2019: Row = {
  id: 'normative_docs',
  zh: '规范性文件',
  en: 'normative documents',
  aliases: ['行政规范性文件'],
};
const NORMATIVE_2021: Row = {
  id: 'normative_docs',
  zh: '行政规范性文件',
  en: 'administrative normative documents',
  aliases: ['规范性文件'],
};
const LICENSING: Row = { id: 'licensing', zh: '行政许可', en: 'administrative licences' };
const OTHER_SERVICES: Row = {
  id: 'other_services',
  zh: '其他对外管理服务事项',
  en: 'other external administrative and service matters',
};
const PENALTY: Row = { id: 'penalty', zh: '行政处罚', en: 'administrative penalties' };
const COMPULSION: Row = { id: 'compulsion', zh: '行政强制', en: 'administrative compulsion' };
const ADMIN_FEES: Row = {
  id: 'admin_fees',
  zh: '行政事业性收费',
  en: 'administrative and institutional fees',
};
const PROCUREMENT: Row = {
  id: 'central_procurement',
  zh: '政府集中采购',
  en: 'centralized government procurement',
};

const PREV_ITEMS = column('prev_items', '上一年项目数量', 'items, previous year', '项');
const CHANGE = column('change', '本年增/减', 'increase or decrease this year', '项');

const BLOCKS_2019: readonly Block[] = [
  {
    heading: heading('一', 'article 20(1)'),
    rows: [RULES, NORMATIVE_2019],
    columns: [
      column('newly_made', '本年新制作数量', 'newly made this year', '件'),
      column('newly_disclosed', '本年新公开数量', 'newly disclosed this year', '件'),
      column('disclosed_total', '对外公开总数量', 'disclosed to the public, total', '件'),
    ],
  },
  {
    heading: heading('五', 'article 20(5)'),
    rows: [LICENSING, OTHER_SERVICES],
    columns: [PREV_ITEMS, CHANGE, column('decisions', '处理决定数量', 'decisions', '件')],
  },
  {
    heading: heading('六', 'article 20(6)'),
    rows: [PENALTY, COMPULSION],
    columns: [PREV_ITEMS, CHANGE, column('decisions', '处理决定数量', 'decisions', '件')],
  },
  { heading: heading('八', 'article 20(8)'), rows: [ADMIN_FEES], columns: [PREV_ITEMS, CHANGE] },
  {
    heading: heading('九', 'article 20(9)'),
    rows: [PROCUREMENT],
    columns: [
      column('procurement_projects', '采购项目数量', 'procurement projects', '项'),
      // The form prints no unit; 元 or 万元 is typed into the cell.
      column('procurement_amount', '采购总金额', 'total procurement amount', null),
    ],
  },
];

const DECISIONS_2021 = column('decisions', '本年处理决定数量', 'decisions this year', '件');

const BLOCKS_2021: readonly Block[] = [
  {
    heading: heading('一', 'article 20(1)'),
    rows: [RULES, NORMATIVE_2021],
    columns: [
      column('made', '本年制发件数', 'made and issued this year', '件'),
      column('repealed', '本年废止件数', 'repealed this year', '件'),
      column('in_force', '现行有效件数', 'currently in force', '件'),
    ],
  },
  { heading: heading('五', 'article 20(5)'), rows: [LICENSING], columns: [DECISIONS_2021] },
  { heading: heading('六', 'article 20(6)'), rows: [PENALTY, COMPULSION], columns: [DECISIONS_2021] },
  {
    heading: heading('八', 'article 20(8)'),
    rows: [ADMIN_FEES],
    columns: [
      column('fee_amount', '本年收费金额（单位：万元）', 'amount charged this year (10,000 yuan)', '万元', [
        '本年收费金额',
      ]),
    ],
  },
];

export const PROACTIVE_2019 = table(BLOCKS_2019);
export const PROACTIVE_2021 = table(BLOCKS_2021);

function table(blocks: readonly Block[]): FormTable {
  return { id: 'proactive', zh: '主动公开政府信息情况', en: 'Proactive disclosure', blocks };
}
