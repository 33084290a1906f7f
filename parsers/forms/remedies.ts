/**
 * Table 四, 政府信息公开行政复议、行政诉讼情况: three blocks of five figures, printed side by side in one line.
 * The same in the forms of 2019 and 2021. A block is a row here, as its id says: `remedies.review.upheld`.
 */
import type { Column, FormTable, Row } from './form.ts';

const outcome = (id: string, zh: string, en: string): Column => ({ id, zh, en, unit: '件' });

const OUTCOMES: readonly Column[] = [
  outcome('upheld', '结果维持', 'result upheld'),
  outcome('corrected', '结果纠正', 'result corrected'),
  outcome('other', '其他结果', 'other result'),
  outcome('pending', '尚未审结', 'not yet concluded'),
  outcome('total', '总计', 'total'),
];

const BLOCKS: readonly Row[] = [
  { id: 'review', zh: '行政复议', en: 'administrative reconsideration' },
  {
    id: 'suit_direct',
    zh: '未经复议直接起诉',
    en: 'suit filed without reconsideration',
    groups: ['行政诉讼'],
  },
  { id: 'suit_after_review', zh: '复议后起诉', en: 'suit filed after reconsideration', groups: ['行政诉讼'] },
];

export const REMEDIES: FormTable = {
  id: 'remedies',
  zh: '政府信息公开行政复议、行政诉讼情况',
  en: 'Reconsideration and litigation',
  blocks: [{ heading: null, rows: BLOCKS, columns: OUTCOMES }],
};
