/**
 * The text of a table cell → the figure it states, and how it states it.
 * A number is taken only where the whole cell is understood: a sign or 增/减, digits, a unit, a note in
 * brackets. What is understood in part is `text`; what cannot be told from noise is `unreadable`.
 */
import type { CellState } from '../report.ts';
import { chineseToNumber } from './chinese-number.ts';
import { foldText } from './fold-text.ts';

export interface CellReading {
  readonly value: number | null;
  readonly state: CellState;
  /** 元, 万元, 件 … as typed behind the number; null where none is. */
  readonly unit: string | null;
  /** What the reading took for granted, to be told where the figure is named. */
  readonly doubt:
    | 'spaced-digits'
    | 'wrapped-digits'
    | 'letter-for-digit'
    | 'undecoded-mark'
    | 'chinese-numeral'
    | null;
}

/** Marks for "none" that stand for a figure. */
const DASH = /^(?:[-‐‑‒–—―─−－_/／\\]{1,4}|无|空|不适用|不涉及|无数据|暂无|n\/?a)$/i;
const UNIT = '(亿元|万元|元|件次|人次|件|条|项|个|次|宗|起|份|篇|例|部)?';
/** 1,234 or 1，234: groups of three behind a comma; else plain digits. */
const DIGITS = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
const SIGN = '(\\+|-|−|增加|减少|新增|增|减|↑|↓)?';
const NUMBER = new RegExp(`^${SIGN}${DIGITS}${UNIT}(?:\\([^()]*\\))?$`);
const NEGATIVE = new Set(['-', '−', '减少', '减', '↓']);
/** Private-use characters and the replacement character: a font without a map, or lost bytes. */
const UNDECODED = /[\uE000-\uF8FF\uFFFD]/;
/** A footnote's mark, raised, circled or a fraction: folding would glue it to the figure (12² is not 122). */
const SMALL_DIGIT = /\p{No}/u;

/** The reading of one cell's text. Never throws; the value is null unless the state is `number`. */
export function readCell(raw: string): CellReading {
  if (PLAIN.test(raw)) return number(Number(raw), null, null);
  const folded = foldText(raw);
  const text = folded.replace(/\s+/g, '');
  if (text === '') return reading('blank');
  if (DASH.test(text)) return reading('dash');
  if (UNDECODED.test(text)) return reading('unreadable');
  if (SMALL_DIGIT.test(raw)) return reading('text');
  const match = NUMBER.exec(text);
  if (match) return fromMatch(match, spacing(folded));
  return readUnusual(text);
}

/** Most cells: up to fifteen digits, a number that a double holds exactly. */
const PLAIN = /^(?:0|[1-9]\d{0,14})$/;

function fromMatch(match: RegExpExecArray, doubt: CellReading['doubt']): CellReading {
  const [, sign, digits = '', unit] = match;
  const size = Number(digits.replaceAll(',', ''));
  const value = sign && NEGATIVE.has(sign) && size !== 0 ? -size : size;
  return number(value, unit ?? null, doubt);
}

function readUnusual(text: string): CellReading {
  // A no-break space that an encoder could not write arrives as a question mark before the figure.
  const unmarked = /^\?+(\d+)$/.exec(text);
  if (unmarked) return number(Number(unmarked[1]), null, 'undecoded-mark');
  if (/^[oO]$/.test(text)) return number(0, null, 'letter-for-digit');
  if (/^(?=.*\d)[\doOlI]+$/.test(text)) {
    return number(Number(text.replace(/[oO]/g, '0').replace(/[lI]/g, '1')), null, 'letter-for-digit');
  }
  const chinese = chineseToNumber(text.replace(/[件条项个次宗起份篇]$/, ''));
  if (chinese !== null) return number(chinese, null, 'chinese-numeral');
  return reading('text');
}

/** White space between two digits: within one line a figure may be two; over a line end it was wrapped by a narrow cell. */
function spacing(folded: string): CellReading['doubt'] {
  if (/[\d.,][^\S\n]+[\d.,]/.test(folded)) return 'spaced-digits';
  return /[\d.,]\s*\n\s*[\d.,]/.test(folded) ? 'wrapped-digits' : null;
}

/** More than a double holds exactly is no count: digits of several cells that ran together. */
function number(value: number, unit: string | null, doubt: CellReading['doubt']): CellReading {
  if (!Number.isSafeInteger(Math.trunc(value))) return reading('unreadable');
  return { value, state: 'number', unit, doubt };
}

function reading(state: CellState): CellReading {
  return { value: null, state, unit: null, doubt: null };
}
