/**
 * Text on a terminal: how many columns it takes, padded or wrapped to a width. Chinese characters take two
 * (Unicode UAX #11, wide and fullwidth; ambiguous ones are taken for narrow, as most terminals draw them).
 */

/** First and last code points that take two columns. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Terminal columns that `text` takes; it must be free of control characters, see `printable`. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** Lines of at most `width` columns: broken at spaces, between Chinese characters, and within a word that is too long. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  // Punctuation stays with what it follows: no line begins with it.
  for (const piece of text.match(/[\u0021-\u2e7f]+|\s+|.[，。、；：）》」”]*/gsu) ?? []) {
    for (const part of displayWidth(piece) > width ? piece : [piece]) {
      if (displayWidth(line + part) <= width) line += part;
      else {
        if (line.trim() !== '') lines.push(line.trimEnd());
        line = part.trimStart();
      }
    }
  }
  return [...lines, line.trimEnd()];
}

/** Text as read, on one line and harmless to a terminal: control characters, which may come from any file, become spaces. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (NO_WIDTH.test(char)) return 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
