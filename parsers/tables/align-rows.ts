/**
 * Printed lines ↔ lines of the forms: the order-keeping assignment with the greatest likeness of labels
 * (dynamic programming over lines × slots, gaps free). Lines without a label are placed by order alone
 * between their neighbours, and say so; lines out of order are placed afterwards where label and place
 * are certain. A table that is printed twice is aligned once; its lines of the second time follow the first.
 */
import type { TableId } from '../forms/form.ts';
import { parseLabel } from './label.ts';
import type { Line, LineCell } from './lines.ts';
import { SLOTS, type Slot, slotScores } from './slots.ts';

export interface AlignedLine {
  readonly line: Line;
  readonly slot: Slot;
  /** Likeness of the label, 0 where order alone decided. */
  readonly score: number;
  /** The label as printed, '' where there is none. */
  readonly printed: string;
  /** How the slot was found. */
  readonly by: 'label' | 'order' | 'label-out-of-order' | 'label-again';
  /** The best score that another slot reaches with the same label. */
  readonly runnerUp: number;
}

/** A line together with the form table whose header or section stands before it. */
export interface LineInContext {
  readonly line: Line;
  readonly context: TableId | null;
}

/** Below this likeness a label is not taken for a row's: 3 of 5 characters. */
const MIN_SCORE = 0.6;
/** A label this like is placed even against the order of the form. */
const CERTAIN_SCORE = 0.9;
/** The column of units in the table of 2014: no part of a label. */
const UNIT = /^(?:条|件|次|篇|个|人|人次|万元|元|项)$/;
const OTHER_CONTEXT = -0.2;
const GROUP_AGREES = 0.08;
/** Worth of placing a line without label; below any label, so that labels always win. */
const BY_ORDER = 0.3;
const REMEDIES_FIGURES = [5, 15];
/** A label is one slot's alone where every other slot scores less by this. */
const ALONE_BY = 0.1;
/** 小计 behind a group's label: the group's own line. */
const SUBTOTAL = '小计';

export function alignRows(lines: readonly LineInContext[]): AlignedLine[] {
  const first = lines.map(candidatesOf);
  const repeats = findRepeats(lines, first);
  const candidates = first.map((one, i) => (repeats.has(i) ? { ...one, gains: NO_GAINS } : one));
  const matched = bestPath(candidates);
  const taken = new Set(matched.values());
  const aligned: AlignedLine[] = [];
  lines.forEach(({ line }, i) => {
    const original = repeats.get(i);
    if (original !== undefined) {
      const again = matched.get(original);
      if (again !== undefined) aligned.push(toAligned(line, candidates[i]!, again, 'label-again'));
      return;
    }
    const slot = matched.get(i);
    if (slot !== undefined) {
      aligned.push(toAligned(line, candidates[i]!, slot, candidates[i]!.labelled ? 'label' : 'order'));
      return;
    }
    const free = bestFree(candidates[i]!, taken);
    if (free === null) return;
    taken.add(free);
    matched.set(i, free);
    aligned.push(toAligned(line, candidates[i]!, free, 'label-out-of-order'));
  });
  return aligned;
}

const NO_GAINS: readonly number[] = SLOTS.map(() => 0);

interface Candidates {
  /** Gain for each slot, 0 where the line can't stand there. */
  readonly gains: readonly number[];
  readonly scores: readonly number[];
  readonly printed: readonly string[];
  readonly labelled: boolean;
}

function candidatesOf({ line, context }: LineInContext): Candidates {
  const own = ownLabels(line);
  if (own.length === 0) return unlabelled(line, context);
  const scores = SLOTS.map(() => 0);
  const printed = SLOTS.map(() => '');
  const last = own.length - 1;
  const isSubtotal = parseLabel(own[last]!.text).core === SUBTOTAL;
  // The label next to the figures, then it with the pieces before it: a label may be cut over cells or lines.
  for (let first = last; first >= Math.max(0, last - 3); first--) {
    // A group's whole label is no piece of the label behind it.
    if (first < last && !isSubtotal && isGroupLabel(own[first]!.text)) break;
    const text = own
      .slice(first)
      .map((cell) => cell.text)
      .join('');
    const wrapped = 0.02 * (last - first);
    slotScores(text).forEach((score, slot) => {
      if (score - wrapped <= scores[slot]!) return;
      scores[slot] = score - wrapped;
      printed[slot] = text;
    });
  }
  const groups = new Set(line.labels.map((cell) => parseLabel(cell.text).core));
  const gains = scores.map((score, i) => {
    if (SLOTS[i]!.table === 'remedies') return remediesGain(line, context);
    if (score < MIN_SCORE) return 0;
    const slot = SLOTS[i]!;
    if (slot.table === 'statistics' && context !== 'statistics') return 0;
    const inContext = context === null || context === slot.table ? 0 : OTHER_CONTEXT;
    const parent = slot.row?.groups?.at(-1);
    const inGroup = parent !== undefined && groups.has(parseLabel(parent).core) ? GROUP_AGREES : 0;
    return Math.max(0, score + inContext + inGroup);
  });
  return { gains, scores, printed, labelled: true };
}

function isGroupLabel(text: string): boolean {
  return slotScores(text).some((score, slot) => score >= CERTAIN_SCORE && SLOTS[slot]!.row?.isGroup);
}

function ownLabels(line: Line): readonly LineCell[] {
  const own = line.labels.filter((cell) => !cell.isGroup && !UNIT.test(cell.text.trim()));
  const [only] = own;
  const isSubtotal = own.length === 1 && parseLabel(only!.text).core === SUBTOTAL;
  return isSubtotal ? line.labels.slice(-2) : own;
}

/** Line → the earlier line of the same table whose label is certainly that of the same slot. Words of running text are no table. */
function findRepeats(
  lines: readonly LineInContext[],
  candidates: readonly Candidates[],
): ReadonlyMap<number, number> {
  const firstOf = new Map<number, number>();
  const repeats = new Map<number, number>();
  lines.forEach(({ line, context }, i) => {
    const slot = line.layout === 'flat' ? null : onlySlot(candidates[i]!);
    if (slot === null || SLOTS[slot]!.table !== context) return;
    const original = firstOf.get(slot);
    if (original === undefined) firstOf.set(slot, i);
    else repeats.set(i, original);
  });
  return repeats;
}

/** The one slot that a label fits for certain. */
function onlySlot({ scores }: Candidates): number | null {
  const best = Math.max(...scores);
  const near = scores.filter((score) => score > best - ALONE_BY);
  return best >= CERTAIN_SCORE && near.length === 1 ? scores.indexOf(best) : null;
}

function unlabelled(line: Line, context: TableId | null): Candidates {
  const figures = line.values.length;
  const gains = SLOTS.map((slot) => {
    if (slot.table !== context || slot.row?.isGroup) return 0;
    if (slot.table === 'remedies') return remediesGain(line, context);
    return slot.table === 'applications' && figures >= 7 && line.hasFigures ? BY_ORDER : 0;
  });
  return { gains, scores: SLOTS.map(() => 0), printed: SLOTS.map(() => ''), labelled: false };
}

/** The line of table 四 has no label of its own, whatever stands before it; its figures are five or fifteen. */
function remediesGain(line: Line, context: TableId | null): number {
  if (context !== 'remedies') return 0;
  const figures = line.values.length;
  if (line.labels.length === 0) return figures >= REMEDIES_FIGURES[0]! ? 1 : 0;
  return REMEDIES_FIGURES.includes(figures) ? BY_ORDER : 0;
}

/** Line index → slot index. Several lines may share the slot of table 四: it is printed in pieces. */
function bestPath(candidates: readonly Candidates[]): Map<number, number> {
  const width = SLOTS.length + 1;
  const best = Array.from({ length: candidates.length + 1 }, () => new Float64Array(width));
  for (let i = candidates.length - 1; i >= 0; i--) {
    for (let j = SLOTS.length - 1; j >= 0; j--) {
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, gainAt(candidates, best, i, j));
    }
  }
  const path = new Map<number, number>();
  for (let i = 0, j = 0; i < candidates.length && j < SLOTS.length; ) {
    const value = best[i]![j]!;
    if (candidates[i]!.gains[j]! > 0 && value === gainAt(candidates, best, i, j)) {
      path.set(i, j);
      i++;
      if (!isRepeatable(j)) j++;
    } else if (value === best[i]![j + 1]!) j++;
    else i++;
  }
  return path;
}

function gainAt(
  candidates: readonly Candidates[],
  best: readonly Float64Array[],
  i: number,
  j: number,
): number {
  const gain = candidates[i]!.gains[j]!;
  return gain === 0 ? 0 : gain + best[i + 1]![isRepeatable(j) ? j : j + 1]!;
}

function isRepeatable(slot: number): boolean {
  return SLOTS[slot]!.row === null;
}

function bestFree(candidate: Candidates, taken: ReadonlySet<number>): number | null {
  let best: number | null = null;
  candidate.gains.forEach((gain, slot) => {
    const certain = candidate.scores[slot]! >= CERTAIN_SCORE && !taken.has(slot);
    if (certain && (best === null || gain > candidate.gains[best]!)) best = slot;
  });
  return best;
}

function toAligned(line: Line, candidate: Candidates, slot: number, by: AlignedLine['by']): AlignedLine {
  const runnerUp = candidate.scores.reduce(
    (best, score, i) => (i === slot ? best : Math.max(best, score)),
    0,
  );
  return {
    line,
    slot: SLOTS[slot]!,
    score: candidate.scores[slot]!,
    printed: candidate.printed[slot]!,
    by,
    runnerUp,
  };
}
