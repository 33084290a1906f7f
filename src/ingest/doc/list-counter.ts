/**
 * Counts the numbered paragraphs of one document in reading order and gives each its number as Word
 * shows it, `（一）` or `1.2.`. Bullets are ornament and give none.
 */
import type { List } from './list-definitions.ts';
import { formatListNumber } from './list-number.ts';

const BULLET = 23;
const FOLLOWED_BY = ['\t', ' ', ''];

export interface ListCounter {
  /** The number with what stands between it and the text; '' for an unnumbered paragraph. Counts one up. */
  next(list: number, level: number): string;
  /** Codes of number formats (`MSONFC`) met that are not known: written in decimal digits. */
  readonly unknownFormats: ReadonlySet<number>;
}

export function countLists(lists: readonly List[]): ListCounter {
  /** Definition → last number of each level. */
  const counts = new Map<number, (number | undefined)[]>();
  const begun = new Set<string>();
  const unknownFormats = new Set<number>();
  return {
    unknownFormats,
    next(index, level) {
      const list = lists[index - 1];
      const definition = list?.levels.get(level);
      if (list === undefined || definition === undefined) return '';
      const count = counts.get(list.definition) ?? [];
      counts.set(list.definition, count);
      // An override starts the level anew once, at its first use by this list.
      const key = `${index} ${level}`;
      const override = begun.has(key) ? undefined : list.startOverrides.get(level);
      begun.add(key);
      const last = count[level];
      count[level] = override ?? (last === undefined ? definition.start : last + 1);
      for (const [below, { restartAfter }] of list.levels) {
        if (below > level && (restartAfter === undefined || level < restartAfter)) count[below] = undefined;
      }
      if (definition.format === BULLET && !/[\p{L}\p{N}]/u.test(definition.text)) return '';
      const text = definition.text.replace(/[\0-\x08]/g, (placeholder) => {
        const of = placeholder.charCodeAt(0);
        const { start = 1, format = 0 } = list.levels.get(of) ?? {};
        const number = count[of] ?? start;
        const written = formatListNumber(number, definition.isLegal ? 0 : format);
        if (written === undefined) unknownFormats.add(format);
        return written ?? String(number);
      });
      return text === '' ? '' : text + (FOLLOWED_BY[definition.follow] ?? '');
    },
  };
}
