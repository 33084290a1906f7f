/** Headings of the six sections in all wordings, between paragraphs, lists and tables that repeat their words. */
import { describe, expect, it } from 'vitest';
import { findSections } from '../../../parsers/sections/find-sections.ts';
import { documentOf } from '../tables/drawn.ts';

const TABLE = [
  ['自然人', '总计'],
  ['1', '2'],
];
const OFFICIAL = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const KEYS = ['overview', 'proactive', 'applications', 'remedies', 'problems', 'other'];

/** The headings in order, a paragraph or a table below each. */
function sectionsOf(headings: readonly string[], before: readonly string[] = []) {
  return findSections(
    documentOf(
      ...before,
      ...headings.flatMap((heading, i) =>
        i >= 1 && i <= 3 ? [heading, TABLE] : [heading, `正文${i + 1}。`],
      ),
    ),
  );
}

describe('the six sections', () => {
  it('are found under the official headings, with number, heading and text', () => {
    expect(sectionsOf(OFFICIAL).map(({ block: _, ...section }) => section)).toEqual(
      KEYS.map((key, i) => ({
        key,
        number: i + 1,
        heading: OFFICIAL[i],
        text: i >= 1 && i <= 3 ? '' : `正文${i + 1}。`,
      })),
    );
  });

  it.each([
    [0, '一、 总体情况'],
    [0, '一、年度信息公开总体情况'],
    [0, '一、工作概述'],
    [0, '一、概 述'],
    [0, '總體情況'],
    [1, '二、主动公开政府政府情况'],
    [1, '二、主动公开政府信息详情'],
    [2, '三、政府信息公开申请接收与办理情况'],
    [2, '三、依申请公开政府信息情况'],
    [3, '四、因政府信息公开工作被申请行政复议提起行政诉讼情况'],
    [3, '四、政府信息公开行政复议和行政诉讼情况'],
    [3, '四、政府信息公开行政复议行政诉讼情况'],
    [4, '五、存在的主要问题及整改措施'],
    [4, '五、存在问题及打算'],
    [4, '三、存在的主要问题及改进情况'],
    [5, '六、其它需要报告的事项'],
    [5, '六、其他需要说明的事项'],
    [5, '七、其他需要报告的情况'],
  ])('are found where heading %i is %j', (at, heading) => {
    const headings = OFFICIAL.map((official, i) => (i === at ? heading : official));
    expect(sectionsOf(headings).map((section) => section.key)).toEqual(KEYS);
    expect(sectionsOf(headings)[at]!.heading).toBe(heading);
  });

  it('are found where a heading is lost, the others by themselves', () => {
    const headings = OFFICIAL.filter((_, i) => i !== 3);
    expect(sectionsOf(headings).map((section) => section.key)).not.toContain('remedies');
    expect(sectionsOf(headings).map((section) => section.key)).toContain('problems');
  });

  it('are not mistaken for the list of parts before them', () => {
    const list = [
      '本报告由总体情况、主动公开政府信息情况等六部分组成。',
      ...OFFICIAL.map((text) => text.slice(2)),
    ];
    expect(sectionsOf(OFFICIAL, list).map((section) => section.heading)).toEqual(OFFICIAL);
  });

  it('are not mistaken for sub-headings in the overview', () => {
    const sections = findSections(
      documentOf(
        '一、总体情况',
        '（一）主动公开政府信息情况',
        '主动公开信息404条。',
        '（二）依申请公开情况',
        '未收到申请。',
        ...OFFICIAL.slice(1).flatMap((heading, i) => (i < 3 ? [heading, TABLE] : [heading, '无。'])),
      ),
    );
    expect(sections.map((section) => section.heading)).toEqual(OFFICIAL);
    expect(sections[0]!.text).toContain('主动公开信息404条。');
  });

  it('are not mistaken for rows of a table that count on as headings do', () => {
    const rows = [...TABLE, ['四、结转下年度继续办理', '0']];
    const sections = findSections(
      documentOf(
        OFFICIAL[0]!,
        '正文。',
        OFFICIAL[1]!,
        TABLE,
        OFFICIAL[2]!,
        rows,
        OFFICIAL[3]!,
        TABLE,
        OFFICIAL[4]!,
        '无。',
        OFFICIAL[5]!,
        '无。',
      ),
    );
    expect(sections.map((section) => section.heading)).toEqual(OFFICIAL);
  });

  it('are found in the rows of a table that holds the whole report', () => {
    const wide = (text: string) => [text, '←'];
    const whole = OFFICIAL.flatMap((heading, i) => [
      wide(heading),
      ...(i >= 1 && i <= 3 ? TABLE : [wide('无。')]),
    ]);
    expect(findSections(documentOf(whole)).map((section) => section.key)).toEqual(KEYS);
  });

  it('keep what follows the heading in its own paragraph', () => {
    const sections = findSections(
      documentOf(...OFFICIAL.slice(0, 5), '六、其他需要报告的事项：本单位无其他事项。'),
    );
    expect(sections.at(-1)).toMatchObject({ key: 'other', text: '本单位无其他事项。' });
  });

  it('are none in a document without headings', () => {
    expect(findSections(documentOf('通知', '各单位：请报送材料。'))).toEqual([]);
  });
});
