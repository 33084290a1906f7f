/** Chinese numerals up to 亿 (二十三, 一百零五, 二〇二一, 三万) → number; null where the text is anything else. */

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

export function chineseToNumber(text: string): number | null {
  if (text === '' || [...text].some((c) => !(c in DIGITS || c in POWERS || c in GROUPS))) return null;
  if ([...text].every((c) => c in DIGITS)) return Number([...text].map((c) => DIGITS[c]).join(''));
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
