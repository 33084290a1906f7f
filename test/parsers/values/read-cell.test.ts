/** What a cell's text is read as: every hazard met in published tables, and what holds for any text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCell } from '../../../parsers/values/read-cell.ts';

const PRIVATE_USE = '\uE123';

/** raw text, figure, doubt. */
const NUMBERS: readonly (readonly [string, number, string | null])[] = [
  ['0', 0, null],
  ['12', 12, null],
  [' 12 ', 12, null],
  ['\u00A012', 12, null],
  ['\u300012\u3000', 12, null],
  ['1\u200B2', 12, null],
  ['\uFEFF7', 7, null],
  ['１２', 12, null],
  ['１，２３４', 1234, null],
  ['1,234', 1234, null],
  ['1,234,567', 1_234_567, null],
  ['11398889', 11_398_889, null],
  ['160.5964', 160.5964, null],
  ['59237。2449', 59237.2449, null],
  ['05', 5, null],
  ['0件', 0, null],
  ['160.5964万元', 160.5964, null],
  ['251000元', 251_000, null],
  ['+21', 21, null],
  ['＋57', 57, null],
  ['-1', -1, null],
  ['－1', -1, null],
  ['−1', -1, null],
  ['增10', 10, null],
  ['减4', -4, null],
  ['减少4项', -4, null],
  ['增加 2', 2, null],
  ['-0', 0, null],
  ['22（其中修订16件）', 22, null],
  ['55（含自然失效 29 件）', 55, null],
  ['1 2', 12, 'spaced-digits'],
  ['１　２', 12, 'spaced-digits'],
  ['12\n345', 12_345, 'wrapped-digits'],
  ['O', 0, 'letter-for-digit'],
  ['1O', 10, 'letter-for-digit'],
  ['l2', 12, 'letter-for-digit'],
  ['? 0', 0, 'undecoded-mark'],
  ['零', 0, 'chinese-numeral'],
  ['〇', 0, 'chinese-numeral'],
  ['二十三', 23, 'chinese-numeral'],
  ['十', 10, 'chinese-numeral'],
  ['一百零五件', 105, 'chinese-numeral'],
  ['三万零二十', 30_020, 'chinese-numeral'],
  ['9007199254740991', Number.MAX_SAFE_INTEGER, null],
];

const BLANKS = ['', ' ', '\n', '\t', '\r\n', '\u00A0', '\u3000', '\u200B', '\uFEFF', ' \u00A0\u3000\n'];

const DASHES = [
  ...['/', '／', '-', '－', '—', '——', '–', '−', '―', '─', '--', '_', '\\'],
  ...['无', '空', '不适用', '不涉及', '无数据', '暂无', 'N/A', 'n/a', 'NA', ' / ', '不 适 用'],
];

const TEXTS = [
  ...[
    '约30',
    '30余',
    '30余件',
    '100%',
    '（2）',
    '1.2.3',
    '3、5',
    '3/5',
    '1,23',
    '1,2345',
    '12²',
    '12①',
    '12⓪',
  ],
  ...['12㉑', '½', '自然人', '规章', '2021年', '>3', '3~5', '—5', '1.', '.5', '12(3', '万', '亿件', '三百五'],
  ...['二三十', 'l', 'I', '12件(3)(4)', '12件3'],
];

const UNREADABLE = [
  PRIVATE_USE,
  `1${PRIVATE_USE}`,
  '\uFFFD\uFFFD',
  '12345678901234567890',
  '9007199254740993',
  '99999999999999999999O',
  '?99999999999999999999',
  '九'.repeat(20),
];

describe('a cell that states a figure', () => {
  it.each(NUMBERS)('reads %j as %d', (raw, value, doubt) => {
    expect(readCell(raw)).toMatchObject({ value, state: 'number', doubt });
  });

  it('keeps the unit that is typed behind the figure', () => {
    expect(readCell('251000元').unit).toBe('元');
    expect(readCell('160.5964 万元').unit).toBe('万元');
    expect(readCell('3件').unit).toBe('件');
    expect(readCell('3').unit).toBeNull();
  });
});

describe('a cell that states none', () => {
  it.each(BLANKS)('takes %j for blank', (raw) => {
    expect(readCell(raw)).toEqual({ value: null, state: 'blank', unit: null, doubt: null });
  });

  it.each(DASHES)('takes %j for a mark for none', (raw) => {
    expect(readCell(raw)).toEqual({ value: null, state: 'dash', unit: null, doubt: null });
  });

  it.each(TEXTS)('takes %j for text, since not all of it is understood', (raw) => {
    expect(readCell(raw)).toMatchObject({ value: null, state: 'text' });
  });

  it.each(UNREADABLE)('takes %j for unreadable', (raw) => {
    expect(readCell(raw)).toMatchObject({ value: null, state: 'unreadable' });
  });
});

const count = fc.maxSafeNat();
const toFullWidth = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const withThousands = (text: string) => text.replace(/\B(?=(?:\d{3})+$)/g, ',');

describe('any count', () => {
  it.each([
    ['plainly', (text: string) => text],
    ['in full-width digits', toFullWidth],
    ['with thousands separators', withThousands],
    [
      'with full-width thousands separators',
      (text: string) => toFullWidth(withThousands(text).replaceAll(',', '，')),
    ],
    ['with a unit', (text: string) => `${text}件`],
    ['with a note', (text: string) => `${text}（其中修订1件）`],
    ['between blanks', (text: string) => `\u00A0${text}\u3000\n`],
  ])('reads back equal when printed %s', (_, print) => {
    fc.assert(
      fc.property(count, (value) => {
        expect(readCell(print(String(value)))).toMatchObject({ value, state: 'number', doubt: null });
      }),
    );
  });

  it('reads back equal, and in doubt, when its digits are spaced or wrapped', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 999_999 }),
        fc.constantFrom(' ', '\u3000', '\u00A0', '\n'),
        (value, space) => {
          const reading = readCell([...String(value)].join(space));
          expect(reading.value).toBe(value);
          expect(reading.doubt === null).toBe(value < 10);
        },
      ),
    );
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...'0123456789oOlI+-−增减,，.。 \n\u3000()（）件元万亿十百千零一二两九/—无?²①'),
  }),
);

describe('any text', () => {
  it('is read without a throw, with a figure exactly where the state is number, and a figure that a double holds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { value, state } = readCell(text);
        expect(value !== null).toBe(state === 'number');
        if (value !== null) expect(Number.isSafeInteger(Math.trunc(value))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives no figure whose digits are not those of the text', () => {
    const ascii = fc.string({ unit: fc.constantFrom(...'0123456789+- ,.') });
    fc.assert(
      fc.property(ascii, (text) => {
        const { value } = readCell(text);
        if (value !== null) expect(Number(text.replace(/[\s,+-]/g, ''))).toBe(Math.abs(value));
      }),
      { numRuns: 1000 },
    );
  });
});
