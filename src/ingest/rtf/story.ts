/**
 * A story under construction: the paragraphs, cells and rows that the control words end → blocks. RTF
 * has no table element: a table is what stands between two paragraphs of a lower nesting level. The
 * story of a text box stands behind the paragraph that it is anchored in.
 */
import type { Block, Paragraph } from '../../document/document.ts';
import { type CellEdge, type EdgeRow, edgeRowsToTable, type GridProblem } from './edge-rows-to-table.ts';
import { RtfFault } from './rtf-fault.ts';

/** Tables within tables; more is no document. */
const MAX_TABLE_DEPTH = 64;

/** What `\trowd` and its followers say about a row. */
export interface RowDefinition {
  left: number;
  edges: CellEdge[];
}

interface OpenTable {
  readonly rows: EdgeRow[];
  /** Finished cells of the row, finished paragraphs of the cell. */
  cells: string[];
  lines: string[];
  /** Tables inside its cells, in reading order. */
  readonly nested: Block[];
  definition: RowDefinition;
}

export interface Story {
  readonly around: Story | undefined;
  readonly blocks: Block[];
  /** Open tables, outermost first: the index is the nesting level less one. */
  readonly tables: OpenTable[];
  /** The definition that the next row of the outermost table has. */
  definition: RowDefinition;
  /** The text of the paragraph so far. */
  text: string;
  /** Blocks of text boxes anchored in the paragraph. */
  boxes: readonly Block[];
  readonly gridProblems: Map<Block, readonly GridProblem[]>;
}

export function newStory(around?: Story): Story {
  return {
    around,
    blocks: [],
    tables: [],
    definition: { left: 0, edges: [] },
    text: '',
    boxes: [],
    gridProblems: around?.gridProblems ?? new Map(),
  };
}

export type ParagraphMarks = Pick<Paragraph, 'heading' | 'centered'>;

/** Ends the paragraph; level 0 is outside of tables. */
export function endParagraph(story: Story, level: number, marks: ParagraphMarks): void {
  const { text, boxes } = story;
  story.text = '';
  story.boxes = [];
  // A row that has cells but no end goes on, whether or not the paragraph says that it is in a table.
  const isInRow = level === 0 && (story.tables[0]?.cells.length ?? 0) > 0;
  const table = toLevel(story, isInRow ? 1 : level);
  if (table !== undefined) {
    table.lines.push(text);
    table.nested.push(...boxes);
    return;
  }
  if (text.trim() !== '') story.blocks.push({ kind: 'paragraph', text, ...marks });
  story.blocks.push(...boxes);
}

export function endCell(story: Story, level: number): void {
  const table = toLevel(story, level);
  if (table === undefined) return;
  table.cells.push([...table.lines, story.text].join('\n'));
  table.nested.push(...story.boxes);
  table.lines = [];
  story.text = '';
  story.boxes = [];
}

/** Ends the row; what stands behind its last cell is a cell whose end is missing. */
export function endRow(story: Story, level: number): void {
  // A row's end where no row is: the text before it is a paragraph's like any other.
  if ((story.tables[level - 1]?.cells.length ?? 0) === 0) return;
  const table = toLevel(story, level);
  if (table === undefined) return;
  if (story.text.trim() !== '' || table.lines.some((line) => line.trim() !== '')) endCell(story, level);
  const { left, edges } = level === 1 ? story.definition : table.definition;
  table.rows.push({ left, edges, texts: table.cells });
  table.cells = [];
  table.lines = [];
}

/** A fresh row definition: that of the story for level 1, else of the nested table. */
export function startDefinition(story: Story, level: number): void {
  const definition = { left: 0, edges: [] };
  const table = level > 1 ? toLevel(story, level) : undefined;
  if (table === undefined) story.definition = definition;
  else table.definition = definition;
}

export function definitionOf(story: Story, level: number): RowDefinition {
  return (level > 1 ? story.tables[level - 1]?.definition : undefined) ?? story.definition;
}

/** Ends what is still open. True where a row had to be ended that the file leaves open. */
export function endStory(story: Story, level: number): boolean {
  if (story.text !== '' || story.boxes.length > 0) endParagraph(story, level, {});
  const isCut = story.tables.some(({ cells, lines }) => cells.length > 0 || lines.length > 0);
  while (story.tables.length > 0) closeTable(story);
  return isCut;
}

/** Closes tables deeper than the level and opens those that are missing; the table of the level. */
function toLevel(story: Story, level: number): OpenTable | undefined {
  if (level > MAX_TABLE_DEPTH) throw new RtfFault('rtf.damaged', `tables nested ${level} deep`);
  while (story.tables.length > level) closeTable(story);
  while (story.tables.length < level) {
    story.tables.push({ rows: [], cells: [], lines: [], nested: [], definition: { left: 0, edges: [] } });
  }
  return story.tables[level - 1];
}

/** Tables within cells follow the table that holds them. A table without rows is none. */
function closeTable(story: Story): void {
  const draft = story.tables.at(-1);
  if (draft === undefined) return;
  if (draft.cells.length > 0 || draft.lines.some((line) => line.trim() !== '')) {
    endOpenRow(draft, story.tables.length === 1 ? story.definition : draft.definition);
  }
  story.tables.pop();
  const into = story.tables.at(-1)?.nested ?? story.blocks;
  if (draft.rows.length > 0) {
    const { table, problems } = edgeRowsToTable(draft.rows);
    if (problems.length > 0) story.gridProblems.set(table, problems);
    into.push(table);
  }
  into.push(...draft.nested);
}

/** A row that has no end: its paragraphs make a cell. */
function endOpenRow(draft: OpenTable, { left, edges }: RowDefinition): void {
  const texts = draft.lines.length > 0 ? [...draft.cells, draft.lines.join('\n')] : draft.cells;
  draft.rows.push({ left, edges, texts });
  draft.cells = [];
  draft.lines = [];
}
