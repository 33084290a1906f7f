/**
 * Chinese numerals up to 亿 (二十三, 一百零五, 二〇二一, 三万) → number; null where the text is anything else,
 * or a numeral out of order (二三十, 万), or one that people read in two ways (三百五).
 */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const GROUPS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

const ONE = '[一二两三四五六七八九]';
const BELOW_10_000 = `(?:零?${ONE}千)?(?:零?${ONE}百)?(?:零?${ONE}?十)?(?:零?${ONE})?`;
const NUMERAL = new RegExp(`^(?:(?!亿)${BELOW_10_000}亿)?(?:(?!零?万)${BELOW_10_000}万)?${BELOW_10_000}$`);
/** 三百五 is 350 as people speak and 305 by its digits. */
const TWO_WAYS = new RegExp(`[百千万亿]${ONE}$`);

export function chineseToNumber(text: string): number | null {
  if (text === '') return null;
  if ([...text].every((c) => c in DIGITS)) return Number([...text].map((c) => DIGITS[c]).join(''));
  if (!NUMERAL.test(text) || TWO_WAYS.test(text)) return null;
  let total = 0;
  let group = 0;
  let digit = 0;
  for (const c of text) {
    if (c in DIGITS) digit = DIGITS[c]!;
    else if (c in POWERS) {
      group += (digit || 1) * POWERS[c]!;
      digit = 0;
    } else {
      total = (total + group + digit) * GROUPS[c]!;
      group = 0;
      digit = 0;
    }
  }
  return total + group + digit;
}
