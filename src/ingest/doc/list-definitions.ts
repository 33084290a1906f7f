/**
 * The lists of a document ([MS-DOC] 2.9.193 `PlfLst`, 2.9.192 `PlfLfo`) → the levels of each,
 * overrides resolved. Counts nothing: see `list-counter.ts`.
 */
import { i32, part, u8, u16, u32 } from './bytes.ts';
import { DocFault } from './doc-fault.ts';
import type { Extent } from './fib.ts';

const LEVELS = 9;
/** Word's own limit. */
const MAX_LISTS = 2046;

export interface ListLevel {
  readonly start: number;
  /** `MSONFC`, [MS-OSHARED] 2.2.1.3. */
  readonly format: number;
  /** U+0000–U+0008 stand for the numbers of the levels. */
  readonly text: string;
  /** What stands between number and text: 0 a tab, 1 a space, 2 nothing. */
  readonly follow: number;
  /** Level at whose use and above this one begins anew, counted from 1; undefined: any above. */
  readonly restartAfter: number | undefined;
  readonly isLegal: boolean;
}

export interface List {
  /** Lists of one definition count on together. */
  readonly definition: number;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Level → number at which this list starts anew when it is first used. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** In their order: a paragraph names its list by the index from 1. */
export function readLists(table: Buffer, lists: Extent, overrides: Extent): List[] {
  if (lists.length === 0 || overrides.length === 0) return [];
  const definitions = readDefinitions(table, lists);
  const count = limited(u32(table, overrides.offset));
  let at = overrides.offset + 4 + 16 * count;
  return Array.from({ length: count }, (_none, i) => {
    const definition = i32(table, overrides.offset + 4 + 16 * i);
    const levels = new Map(definitions.get(definition));
    const startOverrides = new Map<number, number>();
    at += 4;
    for (let n = u8(table, overrides.offset + 4 + 16 * i + 12); n > 0; n -= 1) {
      const start = i32(table, at);
      const flags = u32(table, at + 4);
      const level = flags & 0xf;
      at += 8;
      if (flags & 0x10) startOverrides.set(level, start);
      if (flags & 0x20) {
        const read = readLevel(table, at);
        levels.set(level, read.level);
        at = read.end;
      }
    }
    return { definition, levels, startOverrides };
  });
}

function readDefinitions(table: Buffer, { offset, length }: Extent): Map<number, Map<number, ListLevel>> {
  const count = limited(u16(table, offset));
  const definitions = new Map<number, Map<number, ListLevel>>();
  // The levels of all lists follow after the heads, outside of the length that the Fib gives.
  let at = offset + length;
  for (let i = 0; i < count; i += 1) {
    const head = part(table, offset + 2 + 28 * i, 28);
    const levels = new Map<number, ListLevel>();
    const isSimple = (u8(head, 26) & 1) !== 0;
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level += 1) {
      const read = readLevel(table, at);
      levels.set(level, read.level);
      at = read.end;
    }
    definitions.set(i32(head, 0), levels);
  }
  return definitions;
}

/** 2.9.150 `LVL`. */
function readLevel(table: Buffer, at: number): { level: ListLevel; end: number } {
  const flags = u8(table, at + 5);
  const textAt = at + 28 + u8(table, at + 24) + u8(table, at + 25);
  const textBytes = 2 * u16(table, textAt);
  const level: ListLevel = {
    start: i32(table, at),
    format: u8(table, at + 4),
    text: part(table, textAt + 2, textBytes).toString('utf16le'),
    follow: u8(table, at + 15),
    restartAfter: flags & 8 ? u8(table, at + 26) : undefined,
    isLegal: (flags & 4) !== 0,
  };
  return { level, end: textAt + 2 + textBytes };
}

function limited(count: number): number {
  if (count > MAX_LISTS) throw new DocFault('doc.damaged', `the document says that it has ${count} lists`);
  return count;
}
