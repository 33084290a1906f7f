/**
 * Labels as they are compared: a core without spaces, punctuation and number, and the number apart.
 * Pages set one character a line, drop brackets and quotes, mistype a character or two; the likeness of
 * two cores says how much of a label is left.
 */
import { foldText } from '../values/fold-text.ts';
import { toSimplified } from '../values/simplified.ts';

export interface ParsedLabel {
  /** Characters that carry meaning, in order. */
  readonly core: string;
  /** The core without what stands in brackets: 部分公开 of 部分公开（区分处理的…）. */
  readonly short: string;
  /** 一、 (一) 1. → kind of numbering and number; null where the label has none. */
  readonly ordinal: Ordinal | null;
}

interface Ordinal {
  readonly kind: 'chapter' | 'bracket' | 'arabic';
  readonly number: number;
}

const CHINESE = '一二三四五六七八九十';
const ORDINALS: readonly (readonly [Ordinal['kind'], RegExp])[] = [
  ['bracket', /^\(([一二三四五六七八九十]{1,2})\)[、.,:]?/],
  ['chapter', /^([一二三四五六七八九十]{1,2})[、.,:](?!\d)/],
  ['arabic', /^\(?(\d{1,2})[.、)](?!\d)/],
];
const BRACKETED = /\([^()]*\)/g;
const PUNCTUATION = /[^\p{L}\p{N}]/gu;

const memo = new Map<string, ParsedLabel>();
/** Labels repeat over reports; beyond this many (running text of many documents) the memory starts anew. */
const MEMO_SIZE = 20_000;

/** A label's core and ordinal. Equal texts give the same object. */
export function parseLabel(text: string): ParsedLabel {
  const known = memo.get(text);
  if (known) return known;
  if (memo.size >= MEMO_SIZE) memo.clear();
  const parsed = parse(text);
  memo.set(text, parsed);
  return parsed;
}

function parse(text: string): ParsedLabel {
  const flat = toSimplified(foldText(text))
    .replace(/\s+/g, '')
    .replace(/[〔【﹝[]/g, '(')
    .replace(/[〕】﹞\]]/g, ')');
  for (const [kind, pattern] of ORDINALS) {
    const match = pattern.exec(flat);
    if (!match) continue;
    const rest = flat.slice(match[0].length);
    if (rest !== '') return { ...cores(rest), ordinal: { kind, number: ordinalNumber(match[1]!) } };
  }
  return { ...cores(flat), ordinal: null };
}

function cores(flat: string): { core: string; short: string } {
  const core = flat.replace(PUNCTUATION, '');
  const short = flat.replace(BRACKETED, '').replace(PUNCTUATION, '');
  return { core, short: short === '' ? core : short };
}

function ordinalNumber(digits: string): number {
  if (/^\d/.test(digits)) return Number(digits);
  const [first = '', second = ''] = digits;
  if (first === '十') return 10 + Math.max(0, CHINESE.indexOf(second) + 1);
  return second === '十' ? 10 * (CHINESE.indexOf(first) + 1) : CHINESE.indexOf(first) + 1;
}

/**
 * How alike two cores are, from 0 to 1: one less the share of characters to insert, delete or replace; 0
 * where that would be below one half.
 * A core of four characters and more that stands whole inside the other counts at least 0.7.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  if (a === '' || b === '') return 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const contained = short.length >= 4 && long.includes(short) ? 0.7 + (0.3 * short.length) / long.length : 0;
  if (contained === 0 && !mayBeAlike(short, long)) return 0;
  return Math.max(contained, 1 - editDistance(short, long) / long.length);
}

/** Whether half of the longer text's characters could be matched at all; most pairs end here. */
function mayBeAlike(short: string, long: string): boolean {
  if (short.length * 2 < long.length) return false;
  let shared = 0;
  for (const character of short) if (long.includes(character)) shared++;
  return shared * 2 >= long.length;
}

/** Rows of the distance table, used anew by each call: labels are short, calls are many. */
const ROWS = [new Uint16Array(256), new Uint16Array(256)] as const;

function editDistance(a: string, b: string): number {
  if (b.length > 255) return b.length;
  let [row, next]: readonly [Uint16Array, Uint16Array] = ROWS;
  for (let j = 0; j <= b.length; j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    next[0] = i;
    const character = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (character === b.charCodeAt(j - 1) ? 0 : 1);
      const moved = Math.min(row[j]!, next[j - 1]!) + 1;
      next[j] = Math.min(replaced, moved);
    }
    [row, next] = [next, row];
  }
  return row[b.length]!;
}
