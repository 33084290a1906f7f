/**
 * Dates and years as the reports write them: 2021年1月1日, 2021/1/5, 20210105, 二〇二一年, and digits glued
 * where a page lost the characters between them (202111日). In: folded text without white space. Out: ISO dates.
 */

/** A calendar year in digits or in Chinese numerals (二〇二一, 二○二一, 二零二一, 二0一七). */
export const YEAR = '(?:(?:19|20)\\d{2}|二[〇○零0OＯ◯][〇○零0OＯ◯一二三四五六七八九1-9]{2})';

const ZERO = '〇○零OＯ◯';
const NUMERALS = '零一二三四五六七八九';

/** A date as read: `iso` null where the digits name no day of the calendar; `repaired` where they were glued. */
export interface ReadDate {
  readonly iso: string | null;
  readonly repaired: boolean;
}

/** 二〇二一 → 2021. */
export function toYear(text: string): number {
  return Number([...text].map(digit).join(''));
}

/** The ISO date of a day that exists; null otherwise. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1990;
  return exists ? date.toISOString().slice(0, 10) : null;
}

const CHINESE_NUMBER = '[〇○零一二三四五六七八九十]{1,3}';
const DATE_FORMS: readonly RegExp[] = [
  /(\d{4})年(\d{1,2})月(\d{1,2})[日号]?/,
  /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/,
  new RegExp(`(${YEAR})年(${CHINESE_NUMBER})月(${CHINESE_NUMBER})[日号]`),
  /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/,
];

/** The first date in a text, as ISO; null where there is none that exists. */
export function findDate(key: string): string | null {
  for (const form of DATE_FORMS) {
    const match = form.exec(key);
    if (!match) continue;
    const iso = isoDate(toYear(match[1]!), toNumber(match[2]!), toNumber(match[3]!));
    if (iso) return iso;
  }
  return null;
}

/**
 * Reads the digits of one date that lost its 年 or 月: 20211231日, 20201月1日. `expected` (month and day) is
 * what such a date means in its place and decides where the digits split two ways (202111日 can only be one,
 * 20211111日 too, 2021111日 could be two).
 */
export function gluedDate(text: string, expected: readonly [number, number]): ReadDate {
  const whole = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(text);
  if (whole) return { iso: isoDate(Number(whole[1]), Number(whole[2]), Number(whole[3])), repaired: false };
  const year = Number(text.slice(0, 4));
  const [before, after] = text.slice(4).replace(/年/, '').replace(/日$/, '').split('月');
  const splits: [string, string][] =
    after !== undefined
      ? [[before ?? '', after]]
      : [1, 2].map((at): [string, string] => [before!.slice(0, at), before!.slice(at)]);
  const dates = splits
    .filter(([month, day]) => /^\d{1,2}$/.test(month) && /^\d{1,2}$/.test(day) && !/^0+$/.test(day))
    .map(([month, day]) => isoDate(year, Number(month), Number(day)))
    .filter((iso) => iso !== null);
  const wanted = isoDate(year, ...expected);
  const unique = [...new Set(dates)];
  const iso = unique.length === 1 ? unique[0]! : (unique.find((date) => date === wanted) ?? null);
  return { iso, repaired: true };
}

function digit(char: string): string {
  if (ZERO.includes(char)) return '0';
  const at = NUMERALS.indexOf(char);
  return at < 0 ? char : String(at);
}

/** 二十一 → 21, 十 → 10, 一〇 → 10; digits as they are. */
function toNumber(text: string): number {
  if (!text.includes('十')) return Number([...text].map(digit).join(''));
  const [tens, ones] = text.split('十');
  return Number(tens ? digit(tens) : 1) * 10 + Number(ones ? digit(ones) : 0);
}
