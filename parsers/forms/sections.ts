/** The six sections of the forms of 2019 and 2021, under the headings that reports print. */
import type { SectionKey } from '../report.ts';

export interface SectionTitle {
  readonly key: SectionKey;
  readonly number: number;
  readonly titles: readonly string[];
}

export const SECTIONS: readonly SectionTitle[] = [
  {
    key: 'overview',
    number: 1,
    titles: [
      '总体情况',
      '年度信息公开总体情况',
      '工作基本情况',
      '工作概述',
      '概述',
      '基本情况',
      '政府信息公开总体工作情况',
    ],
  },
  {
    key: 'proactive',
    number: 2,
    titles: [
      '主动公开政府信息情况',
      '行政机关主动公开政府信息情况',
      '主动公开政府信息的情况',
      '政府信息主动公开情况',
      '主动公开政府信息详情',
      '主动公开情况',
    ],
  },
  {
    key: 'applications',
    number: 3,
    titles: [
      '收到和处理政府信息公开申请情况',
      '行政机关收到和处理政府信息公开申请情况',
      '政府信息公开申请接收与办理情况',
      '依申请公开政府信息情况',
      '政府信息依申请公开办理情况',
      '依申请公开情况',
      '依申请公开和不予公开政府信息情况',
    ],
  },
  {
    key: 'remedies',
    number: 4,
    titles: [
      '政府信息公开行政复议、行政诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '政府信息公开行政复议和行政诉讼情况',
      '因政府信息公开申请行政复议、提起行政诉讼的情况',
      '行政复议、行政诉讼情况',
    ],
  },
  {
    key: 'problems',
    number: 5,
    titles: [
      '存在的主要问题及改进情况',
      '政府信息公开工作存在的主要问题及改进情况',
      '存在的主要问题及整改措施',
      '存在问题及改进情况',
      '存在的主要问题和改进措施',
      '工作中存在的主要问题和改进措施',
      '存在问题及打算',
      '现存问题与改进举措',
    ],
  },
  {
    key: 'other',
    number: 6,
    titles: [
      '其他需要报告的事项',
      '其它需要报告的事项',
      '其他需要说明的事项',
      '其他需要报告的情况',
      '其他事项',
    ],
  },
];
