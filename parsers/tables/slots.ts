/**
 * The lines that the known forms have, in their order on the page, all generations in one sequence: a
 * report is read for what it prints, its generation is told afterwards. Each slot scores a printed label.
 */
import type { Row, TableId } from '../forms/form.ts';
import { FORMS } from '../forms/forms.ts';
import { likeness, type ParsedLabel, parseLabel } from './label.ts';

export interface Slot {
  readonly table: TableId;
  /** Null for table 四, whose one line of figures has no label. */
  readonly row: Row | null;
  /** The official wording and the other known ones, over all generations. */
  readonly labels: readonly ParsedLabel[];
  readonly index: number;
}

const ORDINAL_AGREES = 0.06;
const ORDINAL_DIFFERS = -0.12;

export const SLOTS: readonly Slot[] = buildSlots();

function buildSlots(): Slot[] {
  const slots: { table: TableId; row: Row | null; labels: string[] }[] = [];
  for (const table of ['statistics', 'proactive', 'applications'] as const) {
    for (const row of mergeRows(table)) {
      const labels = FORMS.flatMap((form) =>
        rowsOf(form.id, table).filter((other) => other.id === row.id),
      ).flatMap((other) => [other.zh, ...(other.aliases ?? [])]);
      slots.push({ table, row, labels: [...new Set(labels)] });
    }
  }
  slots.push({ table: 'remedies', row: null, labels: [] });
  return slots.map((slot, index) => ({ ...slot, labels: slot.labels.map(parseLabel), index }));
}

/** Rows of all generations; each generation's new rows stand after the row that precedes them there. */
function mergeRows(table: TableId): Row[] {
  const merged: Row[] = [];
  for (const form of [...FORMS].reverse()) {
    let at = -1;
    for (const row of rowsOf(form.id, table)) {
      const known = merged.findIndex((other) => other.id === row.id);
      if (known >= 0) at = known;
      else merged.splice(++at, 0, row);
    }
  }
  return merged;
}

function rowsOf(form: string, table: TableId): readonly Row[] {
  const blocks = FORMS.find((other) => other.id === form)?.tables.find((other) => other.id === table)?.blocks;
  return (blocks ?? []).flatMap((block) => block.rows);
}

const memo = new Map<string, readonly number[]>();
const MEMO_SIZE = 5_000;

/** How well a printed label fits each slot: about 1 for the official wording, 0 for nothing in common. */
export function slotScores(text: string): readonly number[] {
  const known = memo.get(text);
  if (known) return known;
  if (memo.size >= MEMO_SIZE) memo.clear();
  const label = parseLabel(text);
  const scores = SLOTS.map((slot) =>
    slot.labels.reduce((best, other) => Math.max(best, score(label, other)), 0),
  );
  memo.set(text, scores);
  return scores;
}

function score(label: ParsedLabel, official: ParsedLabel): number {
  const alike = Math.max(likeness(label.core, official.core), 0.97 * likeness(label.short, official.short));
  if (alike === 0 || !label.ordinal || !official.ordinal) return alike;
  const agrees =
    label.ordinal.kind === official.ordinal.kind && label.ordinal.number === official.ordinal.number;
  return alike + (agrees ? ORDINAL_AGREES : ORDINAL_DIFFERS);
}
