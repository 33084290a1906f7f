/**
 * The statistical period, as stated: 自2022年1月1日起至2022年12月31日止 and its many phrasings, the second year
 * left out, only an end date, digits glued by lost characters. In: the first lines. Out: ISO dates.
 */
import type { Diagnostic } from '../../src/document/diagnostic.ts';
import type { Period } from '../report.ts';
import { gluedDate, isoDate, type ReadDate } from './dates.ts';
import type { Line } from './lines.ts';

export interface FoundPeriod {
  readonly period: Period;
  readonly diagnostics: readonly Diagnostic[];
}

/** Characters of opening text searched: the period stands before or in the first section. */
const OPENING = 8000;
/** Characters before a date within which a word must say that it is the period's. */
const CONTEXT = 30;
/** The period is a calendar year (Form of 2021, preamble): its days where digits do not tell. */
const FIRST_DAY: readonly [number, number] = [1, 1];
const LAST_DAY: readonly [number, number] = [12, 31];

const DATE = '\\d{4}(?:年\\d{1,2}月\\d{1,2}日?|[./-]\\d{1,2}[./-]\\d{1,2})';
/** Some of 年 and 月 lost (202111日, 20201月1日), or the day's digit (2018年1月日). */
const GLUED = '20\\d{2}年?\\d{0,2}月?\\d{0,4}日';
const BETWEEN = '(?:期间)?(?:起|始|开始|,|、)*(?:至|到|[-—–―~－─]+|止)(?:于)?';
const WHOLE = new RegExp(
  `(${DATE})${BETWEEN}(?:(${DATE})|(?:当年|同年|本年)?(\\d{1,2})月(\\d{1,2})日?)`,
  'g',
);
const BROKEN = new RegExp(`(${GLUED})${BETWEEN}(${GLUED})`, 'g');
const END = new RegExp(
  `(?:数据|统计|核定|时限|期限|时间点)[^。;\\n]{0,15}?(?:截止|截至|为|止于)(?:到|至|时间为)?(${DATE}|20\\d{2}年(?:12月)?底)`,
);
const CONTEXT_WORD = /统计|期限|时限|期间|周期|数据|涵盖|(?:本报告|年报)(?:时间|内容)?(?:自|从|为)?$/;

/** The period that the opening states; both ends null where it states none. */
export function findPeriod(head: readonly Line[]): FoundPeriod {
  const paragraphs = head
    .map((line) => line.key)
    .join('\n')
    .slice(0, OPENING);
  return (
    findBoth(paragraphs) ??
    findBoth(paragraphs.replaceAll('\n', '')) ??
    findEnd(paragraphs) ?? { period: { from: null, to: null }, diagnostics: [] }
  );
}

function findBoth(text: string): FoundPeriod | null {
  for (const match of text.matchAll(WHOLE)) {
    const from = dateOf(match[1]!, FIRST_DAY);
    const to: ReadDate = match[2]
      ? dateOf(match[2], LAST_DAY)
      : { iso: isoDate(Number(match[1]!.slice(0, 4)), Number(match[3]), Number(match[4])), repaired: false };
    if (isPeriod(text, match.index, from, to)) return found(from, to, match[0]);
  }
  for (const match of text.matchAll(BROKEN)) {
    const from = dateOf(match[1]!, FIRST_DAY);
    const to = dateOf(match[2]!, LAST_DAY);
    if (isPeriod(text, match.index, from, to)) return found(from, to, match[0]);
  }
  return null;
}

function findEnd(text: string): FoundPeriod | null {
  const stated = END.exec(text)?.[1];
  if (!stated) return null;
  const to = stated.endsWith('底')
    ? isoDate(Number(stated.slice(0, 4)), 12, 31)
    : dateOf(stated, LAST_DAY).iso;
  return { period: { from: null, to }, diagnostics: [] };
}

/** 2018年1月日: the day is lost; where the month is that of the period's end, the day is the period's. */
function dateOf(text: string, expected: readonly [number, number]): ReadDate {
  const dayless = /^(20\d{2})年(\d{1,2})月日$/.exec(text);
  if (dayless)
    return Number(dayless[2]) === expected[0]
      ? { iso: isoDate(Number(dayless[1]), ...expected), repaired: true }
      : { iso: null, repaired: true };
  return gluedDate(text, expected);
}

/** A whole year is a period anywhere in the opening; other spans (an action of three months) need a word. */
function isPeriod(text: string, at: number, from: ReadDate, to: ReadDate): boolean {
  if (from.iso?.endsWith('-01-01') && to.iso?.endsWith('-12-31')) return true;
  const before = text.slice(Math.max(0, at - CONTEXT), at);
  return CONTEXT_WORD.test(before.slice(before.search(/[^。;\n]*$/)));
}

function found(from: ReadDate, to: ReadDate, text: string): FoundPeriod {
  const period = { from: from.iso, to: to.iso };
  const diagnostics: Diagnostic[] = [];
  if (from.iso === null || to.iso === null)
    diagnostics.push({
      code: 'period.unreadable',
      severity: 'warning',
      message: `A date of the period names no day: ${text}`,
    });
  else if (from.repaired || to.repaired)
    diagnostics.push({
      code: 'period.repaired',
      severity: 'info',
      message: `Characters of the period are lost: ${text} was read as ${from.iso} to ${to.iso}`,
    });
  return { period, diagnostics };
}
