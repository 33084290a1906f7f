/**
 * Counts the numbered paragraphs of one document in reading order and gives each its label,
 * `（一）` or `1.2.`, as Word shows it. Bullets are ornament and give none.
 */

import { formatNumber } from './number-formats.ts';
import type { NumberedList, Numbering, NumberingLevel } from './numbering-definitions.ts';

/** Word has nine levels. */
const LEVELS = 9;

const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['space', ' '],
  ['nothing', ''],
]);

export interface NumberingCounter {
  /** The label with what stands between it and the text; '' for an unnumbered paragraph. Counts one up. */
  next(numId: string, level: number): string;
  /** The level that a list links to a paragraph style. */
  levelOfStyle(numId: string, styleId: string): number | undefined;
  /** Number formats met that are not known: their numbers are written in decimal digits. */
  readonly unknownFormats: ReadonlySet<string>;
}

/** `readNumbering` is called at the first numbered paragraph: most reports have none. */
export function countNumbering(readNumbering: () => Numbering): NumberingCounter {
  let numbering: Numbering | undefined;
  const listOf = (numId: string) => {
    numbering ??= readNumbering();
    return numbering.get(numId);
  };
  /** Abstract id → last number of each level. */
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  const unknownFormats = new Set<string>();
  return {
    unknownFormats,
    levelOfStyle(numId, styleId) {
      for (const [level, { paragraphStyle }] of listOf(numId)?.levels ?? []) {
        if (paragraphStyle === styleId) return level;
      }
      return undefined;
    },
    next(numId, level) {
      const list = listOf(numId);
      const definition = list?.levels.get(level);
      if (list === undefined || definition === undefined || level < 0 || level >= LEVELS) return '';
      let count = counts.get(list.abstractId);
      if (count === undefined) {
        count = new Array<number | undefined>(LEVELS).fill(undefined);
        counts.set(list.abstractId, count);
      }
      const override = startOverride(list, numId, level, begun);
      const last = count[level];
      count[level] = override ?? (last === undefined ? definition.start : last + 1);
      restartBelow(count, level, list);
      return label(definition, list, count, unknownFormats);
    },
  };
}

/** An override starts the level anew once, at its first use by this list (17.9.26). */
function startOverride(
  list: NumberedList,
  numId: string,
  level: number,
  begun: Set<string>,
): number | undefined {
  const key = `${numId} ${level}`;
  if (begun.has(key)) return undefined;
  begun.add(key);
  return list.startOverrides.get(level);
}

function restartBelow(count: (number | undefined)[], level: number, list: NumberedList): void {
  for (let below = level + 1; below < LEVELS; below += 1) {
    const after = list.levels.get(below)?.restartAfter;
    if (after === undefined || level < after) count[below] = undefined;
  }
}

function label(
  definition: NumberingLevel,
  list: NumberedList,
  count: readonly (number | undefined)[],
  unknownFormats: Set<string>,
): string {
  if (definition.format === 'bullet' && !/[\p{L}\p{N}]/u.test(definition.text)) return '';
  const text = definition.text.replace(/%([1-9])/g, (_match, digit: string) => {
    const level = Number(digit) - 1;
    const of = list.levels.get(level);
    const format = definition.isLegal ? 'decimal' : (of?.format ?? 'decimal');
    const number = count[level] ?? of?.start ?? 1;
    const written = formatNumber(number, format);
    if (written === undefined) unknownFormats.add(format);
    return written ?? String(number);
  });
  return text === '' ? '' : text + (SUFFIXES.get(definition.suffix) ?? '');
}
