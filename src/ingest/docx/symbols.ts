/**
 * `w:sym` → the character it shows. Symbol fonts keep their glyphs at private code points; known are
 * those that carry meaning in a report: digits, signs, ticks and boxes.
 */

/** Adobe Symbol keeps ASCII at its own places for digits and most signs. */
const SYMBOL_FONT: ReadonlyMap<number, string> = new Map([
  ...[...'0123456789()+,./:;<=>%[]{}|'].map((sign) => [sign.charCodeAt(0), sign] as const),
  [0x2d, '−'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xa3, '≤'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
]);

const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '□'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0xa8, '□'],
  [0xd8, '➢'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
  ...[...'①②③④⑤⑥⑦⑧⑨⑩'].map((sign, index) => [0x81 + index, sign] as const),
]);

const WINGDINGS_2: ReadonlyMap<number, string> = new Map([
  [0x4f, '✗'],
  [0x50, '✓'],
  [0x51, '☒'],
  [0x52, '☑'],
  [0x53, '☒'],
  [0x54, '☒'],
  [0xa3, '□'],
]);

const FONTS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  ['symbol', SYMBOL_FONT],
  ['wingdings', WINGDINGS],
  ['wingdings 2', WINGDINGS_2],
]);

/** The character, or undefined where font or code is not known. `code` is hexadecimal, U+F000 added or not. */
export function symbolCharacter(font: string | undefined, code: string | undefined): string | undefined {
  if (code === undefined || !/^[0-9a-f]{1,5}$/i.test(code)) return undefined;
  const point = Number.parseInt(code, 16);
  const map = FONTS.get((font ?? '').toLowerCase());
  if (map !== undefined) return map.get(point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point);
  return point >= 0x20 && (point < 0xd800 || point > 0xf8ff) ? String.fromCodePoint(point) : undefined;
}
