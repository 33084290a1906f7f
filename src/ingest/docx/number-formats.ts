/**
 * A list number → its characters in one of the formats of ECMA-376 part 1, 17.18.59 `ST_NumberFormat`.
 * What a format has no character for is written in decimal digits.
 */

type Formatter = (value: number) => string;

const DIGITS = [...'〇一二三四五六七八九'];
const LEGAL_DIGITS = [...'零壹贰叁肆伍陆柒捌玖'];
const TRADITIONAL_LEGAL_DIGITS = [...'零壹貳參肆伍陸柒捌玖'];
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];

/** The number in a format of this name; undefined where the name is not known. */
export function formatNumber(value: number, format: string): string | undefined {
  return formats.get(format)?.(value);
}

const counting = (zero: string): Formatter =>
  countByThousands([zero, ...DIGITS.slice(1)], [...'十百千'], true);

const formats: ReadonlyMap<string, Formatter> = new Map([
  ['none', () => ''],
  ['decimal', String],
  ['decimalHalfWidth', String],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['decimalEnclosedCircle', enclosedCircle],
  ['decimalEnclosedCircleChinese', enclosedCircle],
  ['decimalEnclosedParen', fromBlock([[1, 20, 0x2474]])],
  ['decimalEnclosedFullstop', fromBlock([[1, 20, 0x2488]])],
  ['ideographEnclosedCircle', fromBlock([[1, 10, 0x3280]])],
  ['numberInDash', (value) => `- ${value} -`],
  ['ordinal', ordinal],
  ['upperRoman', roman],
  ['lowerRoman', (value) => roman(value).toLowerCase()],
  ['upperLetter', (value) => letter(value)],
  ['lowerLetter', (value) => letter(value).toLowerCase()],
  ['chineseCounting', counting('〇')],
  ['chineseCountingThousand', counting('零')],
  ['taiwaneseCounting', counting('〇')],
  ['taiwaneseCountingThousand', counting('零')],
  ['japaneseCounting', countByThousands(['', ...DIGITS.slice(1)], [...'十百千'], true)],
  ['chineseLegalSimplified', countByThousands(LEGAL_DIGITS, [...'拾佰仟'], false)],
  ['ideographLegalTraditional', countByThousands(TRADITIONAL_LEGAL_DIGITS, [...'拾佰仟'], false)],
  ['ideographDigital', byDigit],
  ['taiwaneseDigital', byDigit],
  ['japaneseDigitalTenThousand', byDigit],
  ['ideographTraditional', (value) => STEMS[value - 1] ?? String(value)],
  ['ideographZodiac', (value) => BRANCHES[value - 1] ?? String(value)],
]);

/** 〇–九千九百九十九: one zero for a run of empty places; a leading 一十 is 十 where `shortTen`. */
function countByThousands(digits: readonly string[], units: readonly string[], shortTen: boolean): Formatter {
  return (value) => {
    if (value < 0 || value > 9999) return String(value);
    if (value === 0) return digits[0] || '〇';
    const places = [...String(value)].map(Number);
    let text = '';
    let gap = false;
    places.forEach((digit, index) => {
      if (digit === 0) {
        gap = true;
        return;
      }
      if (gap) text += digits[0];
      gap = false;
      const unit = units[places.length - index - 2] ?? '';
      text += shortTen && value < 20 && unit !== '' ? unit : `${digits[digit]}${unit}`;
    });
    return text;
  };
}

function byDigit(value: number): string {
  return [...String(value)].map((digit) => DIGITS[Number(digit)] ?? digit).join('');
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function enclosedCircle(value: number): string {
  return fromBlock([
    [0, 0, 0x24ea],
    [1, 20, 0x2460],
    [21, 35, 0x3251],
    [36, 50, 0x32b1],
  ])(value);
}

/** Runs of code points: [first number, last number, code point of the first]. */
function fromBlock(runs: readonly (readonly [number, number, number])[]): Formatter {
  return (value) => {
    const run = runs.find(([first, last]) => value >= first && value <= last);
    return run === undefined ? String(value) : String.fromCodePoint(run[2] + value - run[0]);
  };
}

/** A…Z, AA, BB, … as Word counts, not AA, AB (17.18.59 `upperLetter`). */
function letter(value: number): string {
  if (value < 1 || value > 26 * 30) return String(value);
  const index = (value - 1) % 26;
  return String.fromCodePoint(0x41 + index).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  const steps: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [amount, sign] of steps) {
    text += sign.repeat(Math.floor(rest / amount));
    rest %= amount;
  }
  return text;
}

function ordinal(value: number): string {
  const isTeen = Math.floor(value / 10) % 10 === 1;
  return `${value}${(isTeen ? undefined : ['th', 'st', 'nd', 'rd'][value % 10]) ?? 'th'}`;
}
