import { describe, expect, it } from 'vitest';
import { countLists } from '../../../src/ingest/doc/list-counter.ts';
import type { List, ListLevel } from '../../../src/ingest/doc/list-definitions.ts';
import { formatListNumber } from '../../../src/ingest/doc/list-number.ts';

const level = (text: string, format = 0, more: Partial<ListLevel> = {}): ListLevel => ({
  start: 1,
  format,
  text,
  follow: 2,
  restartAfter: undefined,
  isLegal: false,
  ...more,
});
const list = (levels: readonly ListLevel[], startOverrides: readonly [number, number][] = []): List => ({
  definition: 1,
  levels: new Map(levels.entries()),
  startOverrides: new Map(startOverrides),
});

describe('a list number', () => {
  it.each([
    [0, 12, '12'],
    [1, 1994, 'MCMXCIV'],
    [2, 4, 'iv'],
    [3, 28, 'BB'],
    [10, 20, '二〇'],
    [14, 10, '１０'],
    [18, 20, '⑳'],
    [18, 21, '21'],
    [22, 3, '03'],
    [27, 2, '⑵'],
    [37, 10, '十'],
    [37, 21, '二十一'],
    [37, 105, '一百〇五'],
    [38, 10, '壹拾'],
    [39, 2010, '二千零一十'],
    [255, 1, ''],
  ])('of format %i and value %i is %s', (format, value, written) => {
    expect(formatListNumber(value, format)).toBe(written);
  });

  it('of an unknown format is not made up', () => {
    expect(formatListNumber(1, 99)).toBeUndefined();
  });
});

describe('the counter of lists', () => {
  const report = [
    level('\x00、', 37),
    level('（\x01）', 37),
    level('\x01.\x02', 0, { isLegal: true, follow: 1 }),
  ];

  it('counts each level, anew below a higher one', () => {
    const { next } = countLists([list(report)]);
    expect([0, 1, 1, 2, 0, 1].map((one) => next(1, one))).toEqual([
      '一、',
      '（一）',
      '（二）',
      '2.1 ',
      '二、',
      '（一）',
    ]);
  });

  it('goes on through lists of one definition, unless one starts anew', () => {
    const { next } = countLists([list(report), list(report), list(report, [[0, 1]])]);
    expect([1, 2, 3, 3, 1].map((index) => next(index, 0))).toEqual(['一、', '二、', '一、', '二、', '三、']);
  });

  it('gives no number to bullets, unknown lists and unnumbered paragraphs', () => {
    const { next } = countLists([list([level('\uf06c', 23)])]);
    expect([next(1, 0), next(0, 0), next(7, 0), next(1, 5)]).toEqual(['', '', '', '']);
  });

  it('names the formats that it does not know', () => {
    const { next, unknownFormats } = countLists([list([level('\x00)', 99)])]);
    expect(next(1, 0)).toBe('1)');
    expect([...unknownFormats]).toEqual([99]);
  });
});
