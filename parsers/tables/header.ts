/**
 * Header lines of a form's table → its columns of figures from left to right, each with the column of the
 * form it is. Labels decide, wherever their column stands; only where labels leave a choice does order.
 */
import type { Place } from '../../src/document/document.ts';
import { LEGAL_PERSON_GROUP, LEGAL_PERSONS } from '../forms/applications.ts';
import type { Column, TableId } from '../forms/form.ts';
import { columnIds, FORMS } from '../forms/forms.ts';
import { REMEDIES } from '../forms/remedies.ts';
import { likeness, parseLabel } from './label.ts';
import type { Line, LineCell } from './lines.ts';

export interface HeaderColumn {
  /** `row` is set where the header tells it (table 四); null column: a column that no form has. */
  readonly row: string | null;
  readonly column: string | null;
  readonly label: string;
  /** Columns of the grid covered, where the table has a grid. */
  readonly from: number;
  readonly to: number;
  /** The label fits another column nearly as well: order decided. */
  readonly isUnsure: boolean;
  readonly place: Place;
}

export interface Header {
  readonly table: TableId;
  readonly block: number;
  readonly columns: readonly HeaderColumn[];
  /** Whether `from`/`to` are columns of the grid of `block`. */
  readonly hasGrid: boolean;
}

const MIN_SCORE = 0.6;
/** Two columns whose likeness to a label differs by less are not told apart by it. */
const MARGIN = 0.1;
/** Characters that must be left of a header cut at its line break, and what such a rest is worth. */
const MIN_CUT = 3;
const CUT_SCORE = 0.62;
/** Likeness at which a label marks a line as a header. */
const MARKS_HEADER = 0.8;

const COLUMNS: Readonly<Record<TableId, readonly Column[]>> = {
  statistics: columnsOf('statistics'),
  proactive: columnsOf('proactive'),
  applications: [...columnsOf('applications'), LEGAL_PERSON_GROUP],
  remedies: columnsOf('remedies'),
};

function columnsOf(table: TableId): Column[] {
  const all = FORMS.flatMap((form) => form.tables)
    .filter((other) => other.id === table)
    .flatMap((other) => other.blocks.flatMap((block) => block.columns));
  const byId = new Map<string, Column>();
  for (const column of all) {
    const known = byId.get(column.id);
    const aliases = [
      ...(known?.aliases ?? []),
      ...(column.aliases ?? []),
      ...(known && known.zh !== column.zh ? [column.zh] : []),
    ];
    byId.set(column.id, { ...(known ?? column), aliases });
  }
  return [...byId.values()];
}

/** Words that stand only in the header of one table. */
const MARKS: readonly (readonly [TableId, readonly string[]])[] = [
  ['statistics', ['统计指标', '政府信息公开情况统计表']],
  [
    'proactive',
    ['信息内容', '第二十条第一项', '第二十条第五项', '第二十条第六项', '第二十条第八项', '第二十条第九项'],
  ],
  ['applications', ['申请人情况', '本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和']],
  ['remedies', ['行政复议', '行政诉讼', '未经复议直接起诉', '复议后起诉']],
];
/** 总计 and 其他 stand in several tables and on lines of figures. */
const NO_MARK = new Set(['总计', '合计', '其他', '数量', '数据']);

const HEADER_WORDS: ReadonlyMap<string, TableId> = new Map(
  [
    ...MARKS.flatMap(([table, words]) => words.map((word) => [word, table] as const)),
    ...Object.entries(COLUMNS).flatMap(([table, columns]) =>
      columns.flatMap((column) =>
        [column.zh, ...(column.aliases ?? [])].map((zh) => [parseLabel(zh).core, table as TableId] as const),
      ),
    ),
  ].filter(([word]) => !NO_MARK.has(word)),
);

const headerMemo = new Map<string, TableId | null>();
const MEMO_SIZE = 5_000;
const LONGEST_WORD = Math.max(...[...HEADER_WORDS.keys()].map((word) => word.length));

/** The table whose header the line belongs to, told by the words that only that header has. */
export function headerTable(line: Line): TableId | null {
  if (line.hasFigures) return null;
  for (const cell of line.labels) {
    const table = markedTable(cell.text);
    if (table) return table;
  }
  return null;
}

function markedTable(text: string): TableId | null {
  if (text.length > LONGEST_WORD * 3) return null;
  const known = headerMemo.get(text);
  if (known !== undefined) return known;
  if (headerMemo.size >= MEMO_SIZE) headerMemo.clear();
  const { core, short } = parseLabel(text);
  let found: TableId | null = HEADER_WORDS.get(core) ?? HEADER_WORDS.get(short) ?? null;
  let best = MARKS_HEADER;
  if (!found && core.length > 2) {
    for (const [word, table] of HEADER_WORDS) {
      const alike = likeness(core, word);
      if (alike >= best) [best, found] = [alike, table];
    }
  }
  headerMemo.set(text, found);
  return found;
}

/** The columns that header lines name; null where they name none. */
export function readHeader(table: TableId, lines: readonly Line[]): Header | null {
  const last = lines.at(-1);
  if (!last) return null;
  const cells = lines.flatMap((line) => line.labels);
  const hasGrid = lines.every((line) => line.layout === 'grid' && line.block === last.block);
  const listed = () =>
    toHeader(table, last, listedLeaves(table, hasGrid ? distinctCells(cells) : cells), false);
  if (!hasGrid) return listed();
  const header = toHeader(table, last, ownLeaves(gridLeaves(cells)), true);
  if (header && isWholeHeader(header)) return header;
  // A conversion may have lost the cells that held the header's columns in place; its labels are still in order.
  const inOrder = listed();
  return inOrder && isWholeHeader(inOrder) ? inOrder : header;
}

/** Text extractions cut headers over several lines; what is left of one then tells nothing. */
export function isWholeHeader({ table, columns }: Header): boolean {
  if (table === 'proactive' || table === 'statistics') return true;
  const blocks = new Set(columns.map((column) => column.row));
  return [...blocks].every((block) => {
    const known = new Set(columns.filter((column) => column.row === block).map((column) => column.column));
    return columnIds(table).every((id) => known.has(id));
  });
}

function toHeader(table: TableId, last: Line, leaves: readonly Leaf[], hasGrid: boolean): Header | null {
  const all = table === 'remedies' ? remedyColumns(leaves) : matchColumns(table, leaves);
  // Plain text lists the labels of groups and rows among those of the columns.
  const columns = last.layout === 'flat' ? all.filter((column) => column.column !== null) : all;
  const first = columns.findIndex((column) => column.column !== null);
  if (first < 0) return null;
  // What stands left of the first known column is the corner above the labels.
  return { table, block: last.block, columns: columns.slice(first), hasGrid };
}

interface Leaf {
  /** Header cells above the column, top to bottom. */
  readonly path: readonly LineCell[];
  readonly from: number;
  readonly to: number;
}

/** Neighbouring grid columns under the same innermost cell are one column of figures. */
function gridLeaves(cells: readonly LineCell[]): Leaf[] {
  const width = cells.reduce((max, cell) => Math.max(max, cell.to), 0);
  const leaves: Leaf[] = [];
  for (let col = 0; col < width; col++) {
    const path: LineCell[] = [];
    for (const cell of cells) {
      const known = path.some((other) => isSameCell(other, cell));
      if (cell.from <= col && col < cell.to && !known) path.push(cell);
    }
    if (path.length === 0) continue;
    const before = leaves.at(-1);
    const same = before?.to === col && isSameCell(before.path.at(-1)!, path.at(-1)!);
    if (same) leaves[leaves.length - 1] = { ...before, to: col + 1 };
    else leaves.push({ path, from: col, to: col + 1 });
  }
  return leaves;
}

/** A heading above all columns reaches over the ragged end of the rows below it: what has no cell of its own is no column. */
function ownLeaves(leaves: readonly Leaf[]): Leaf[] {
  const isShared = (cell: LineCell, leaf: Leaf) =>
    leaves.some((other) => other !== leaf && other.path.some((one) => isSameCell(one, cell)));
  return leaves.filter((leaf) => leaf.path.some((cell) => !isShared(cell, leaf)));
}

function isSameCell(one: LineCell, other: LineCell): boolean {
  return one.place.row === other.place.row && one.place.col === other.place.col;
}

/** Without a grid the labels are listed level by level: the five kinds of legal persons stand below, in the place of their group. */
function listedLeaves(table: TableId, cells: readonly LineCell[]): Leaf[] {
  if (table !== 'applications') return cells.map((cell) => ({ path: [cell], from: 0, to: 0 }));
  const group = cells.findIndex(
    (cell) => bestColumn('applications', cell.text)?.id === LEGAL_PERSON_GROUP.id,
  );
  const kinds = cells.filter((cell, i) => i > group && isLegalKind(cell.text));
  if (group < 0 || kinds.length === 0) return cells.map((cell) => ({ path: [cell], from: 0, to: 0 }));
  const others = cells.filter((cell) => !kinds.includes(cell));
  return others
    .flatMap((cell) => (cell === cells[group] ? kinds : [cell]))
    .map((cell) => ({ path: [cell], from: 0, to: 0 }));
}

/** A cell over several lines is a label of each. */
function distinctCells(cells: readonly LineCell[]): LineCell[] {
  return cells.filter((cell, i) => cells.findIndex((other) => isSameCell(other, cell)) === i);
}

function isLegalKind(text: string): boolean {
  const column = bestColumn('applications', text);
  return column !== null && (LEGAL_PERSONS as readonly string[]).includes(column.id);
}

function bestColumn(table: TableId, text: string): Column | null {
  let best: Column | null = null;
  let top = MIN_SCORE;
  for (const column of COLUMNS[table]) {
    const score = columnScore(text, column);
    if (score > top) [top, best] = [score, column];
  }
  return best;
}

const scoreMemo = new Map<string, Map<Column, number>>();

function columnScore(text: string, column: Column): number {
  let scores = scoreMemo.get(text);
  if (!scores) {
    if (scoreMemo.size >= MEMO_SIZE) scoreMemo.clear();
    scores = new Map();
    scoreMemo.set(text, scores);
  }
  let score = scores.get(column);
  if (score === undefined) {
    const { core, short } = parseLabel(text);
    score = Math.max(
      ...[column.zh, ...(column.aliases ?? [])].map((zh) => {
        const official = parseLabel(zh);
        return Math.max(
          likeness(core, official.core),
          0.97 * likeness(short, official.short),
          isCut(core, official.core) ? CUT_SCORE : 0,
        );
      }),
    );
    scores.set(column, score);
  }
  return score;
}

/** A page's conversion may end a header cell at its line break: 本年新 for 本年新制作数量. */
function isCut(core: string, official: string): boolean {
  return core.length >= MIN_CUT && core.length < official.length && official.startsWith(core);
}

/** Labels from the bottom of the path up, singly and joined: a label may be cut over two header lines. */
function pathTexts(path: readonly LineCell[]): string[] {
  return path.map((_, i) =>
    path
      .slice(path.length - 1 - i)
      .map((cell) => cell.text)
      .join(''),
  );
}

const SUBTOTALS: ReadonlySet<string> = new Set(['小计', '合计']);

/**
 * The leaf's own cells. What stands above other leaves too is a group's label and no piece of this one's:
 * joined, an unknown label below 法人或其他组织 would pass for the group's subtotal. Only 小计 is that.
 */
function ownPath({ path }: Leaf, leaves: readonly Leaf[]): readonly LineCell[] {
  const bottom = path.at(-1)!;
  if (SUBTOTALS.has(parseLabel(bottom.text).core)) return path;
  const isGroup = (cell: LineCell) =>
    leaves.some(
      (other) => other.path !== path && other.path.slice(0, -1).some((one) => one.text === cell.text),
    );
  return path.filter((cell) => cell === bottom || !isGroup(cell));
}

/** Best pairs first; each column once; among equals the left leaf takes the earlier column. */
function matchColumns(table: TableId, leaves: readonly Leaf[]): HeaderColumn[] {
  const columns = COLUMNS[table];
  const scores = leaves.map((leaf) => {
    const texts = pathTexts(ownPath(leaf, leaves));
    return columns.map((column) => Math.max(...texts.map((text, i) => columnScore(text, column) - 0.01 * i)));
  });
  const pairs = scores
    .flatMap((row, leaf) => row.map((score, column) => ({ leaf, column, score })))
    .filter((pair) => pair.score >= MIN_SCORE)
    .sort((a, b) => b.score - a.score || a.leaf - b.leaf || a.column - b.column);
  const ofLeaf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { leaf, column } of pairs) {
    if (ofLeaf.has(leaf) || taken.has(column)) continue;
    ofLeaf.set(leaf, column);
    taken.add(column);
  }
  return leaves.map((leaf, i) => {
    const column = ofLeaf.get(i);
    const score = column === undefined ? 0 : scores[i]![column]!;
    const rival = scores[i]!.some((other, j) => j !== column && score < 0.99 && other > score - MARGIN);
    return headerColumn(leaf, null, column === undefined ? null : columns[column]!.id, rival);
  });
}

/**
 * Fifteen outcomes in three runs of five: a run ends where an outcome comes again. The runs are the blocks
 * in the order of the form, but where the cells above name their block, they decide.
 */
function remedyColumns(leaves: readonly Leaf[]): HeaderColumn[] {
  const found: { leaf: Leaf; column: string; run: number }[] = [];
  const named: string[] = [];
  let seen = new Set<string>();
  let run = 0;
  for (const leaf of leaves) {
    const column = pathTexts(leaf.path)
      .map((text) => bestColumn('remedies', text)?.id)
      .find((id) => id !== undefined);
    if (column === undefined) {
      const block = blockOf(leaf.path);
      if (block && !named.includes(block)) named.push(block);
      continue;
    }
    if (seen.has(column)) {
      run++;
      seen = new Set();
    }
    seen.add(column);
    found.push({ leaf, column, run });
  }
  return found.map(({ leaf, column, run: at }) => {
    const above = blockOf(leaf.path.slice(0, -1));
    return headerColumn(leaf, above ?? listedBlock(at, run + 1, named), column, false);
  });
}

/** The block of one run where no cell above names it: all three in the form's order, or those that are named. */
function listedBlock(run: number, runs: number, named: readonly string[]): string | null {
  const blocks = REMEDIES.blocks[0]!.rows;
  if (runs === blocks.length) return blocks[run]!.id;
  if (runs === named.length) return named[run]!;
  return runs === 1 ? (named.at(-1) ?? null) : null;
}

/** The innermost block that the cells name; 行政诉讼 alone names none. */
function blockOf(path: readonly LineCell[]): string | null {
  for (const cell of [...path].reverse()) {
    const { core } = parseLabel(cell.text);
    const best = REMEDIES.blocks[0]!.rows.map((row) => ({
      id: row.id,
      score: likeness(core, parseLabel(row.zh).core),
    })).sort((a, b) => b.score - a.score)[0]!;
    if (best.score >= MARKS_HEADER || (best.score >= MIN_SCORE && core !== '行政诉讼')) return best.id;
  }
  return null;
}

function headerColumn(
  leaf: Leaf,
  row: string | null,
  column: string | null,
  isUnsure: boolean,
): HeaderColumn {
  const cell = leaf.path.at(-1)!;
  return { row, column, label: cell.text, from: leaf.from, to: leaf.to, isUnsure, place: cell.place };
}
