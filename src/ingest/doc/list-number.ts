/**
 * A list number → its characters in a number format of Word's binary files (`MSONFC`, [MS-OSHARED]
 * 2.2.1.3): those that Chinese documents use. What a format has no character for is written in digits.
 */

type Formatter = (value: number) => string;

const DIGITS = [...'零一二三四五六七八九'];
const LEGAL_DIGITS = [...'零壹贰叁肆伍陆柒捌玖'];

/** The number in the format of this code; undefined where the code is not known. */
export function formatListNumber(value: number, format: number): string | undefined {
  return formats.get(format)?.(value);
}

const formats: ReadonlyMap<number, Formatter> = new Map([
  [0, String],
  [1, roman],
  [2, (value) => roman(value).toLowerCase()],
  [3, letter],
  [4, (value) => letter(value).toLowerCase()],
  [10, byDigit],
  [11, counting(DIGITS, '十百千', true)],
  [14, fullWidth],
  [15, String],
  [18, enclosed(0x2460, 20)],
  [19, fullWidth],
  [22, (value) => String(value).padStart(2, '0')],
  [26, enclosed(0x2488, 20)],
  [27, enclosed(0x2474, 20)],
  [28, enclosed(0x2460, 20)],
  [29, enclosed(0x3280, 10)],
  [30, (value) => '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value)],
  [31, (value) => '子丑寅卯辰巳午未申酉戌亥'[value - 1] ?? String(value)],
  [37, counting(['〇', ...DIGITS.slice(1)], '十百千', true)],
  [38, counting(LEGAL_DIGITS, '拾佰仟', false)],
  [39, counting(DIGITS, '十百千', true)],
  [40, byDigit],
  [255, () => ''],
]);

/** Up to 9999: one zero for a run of empty places; a leading 一十 is 十 where `shortTen`. */
function counting(digits: readonly string[], units: string, shortTen: boolean): Formatter {
  return (value) => {
    if (value < 1 || value > 9999) return value === 0 ? digits[0]! : String(value);
    const places = [...String(value)].map(Number);
    const written = places.map((digit, i) => {
      if (digit === 0) return '0';
      const unit = units[places.length - i - 2] ?? '';
      return shortTen && value < 20 && unit !== '' ? unit : `${digits[digit]}${unit}`;
    });
    return written.join('').replace(/0+$/, '').replace(/0+/g, digits[0]!);
  };
}

function byDigit(value: number): string {
  return String(value).replace(/\d/g, (digit) => (digit === '0' ? '〇' : DIGITS[Number(digit)]!));
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function enclosed(first: number, last: number): Formatter {
  return (value) => (value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : String(value));
}

/** A…Z, AA, BB, … as Word counts. */
function letter(value: number): string {
  if (value < 1 || value > 26 * 30) return String(value);
  return String.fromCodePoint(0x41 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  const places = ['IVX', 'XLC', 'CDM', 'M'];
  return [...String(value)]
    .map((digit, i, all) => {
      const signs = places[all.length - 1 - i]!;
      return ones[Number(digit)]!.replace(/[IVX]/g, (one) => signs['IVX'.indexOf(one)] ?? '');
    })
    .join('');
}
