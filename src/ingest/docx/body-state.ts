/**
 * What the body reader holds while the XML goes by: a story (body, table cell or text box) with its
 * paragraph, run and table under construction, and what it met. Stories nest; each knows the one
 * around it. The functions here open and close these; `body-elements.ts` says when.
 */
import type { Block, Paragraph } from '../../document/document.ts';
import { DocxFault } from './docx-fault.ts';
import type { NumberingCounter } from './numbering-counter.ts';
import type { Styles } from './styles.ts';
import { type GridProblem, type Merge, type RowDraft, rowsToTable } from './table-grid.ts';

/** Grid columns that one row may skip or one cell may span. Word itself allows 63 columns. */
export const MAX_SPAN = 1024;

const NONE: readonly Block[] = [];

export interface ParagraphDraft {
  text: string;
  styleId: string | undefined;
  numId: string | undefined;
  level: number | undefined;
  heading: number | undefined;
  centered: boolean | undefined;
  /** Hidden by its style; a run's own property decides before it. */
  hidden: boolean;
  /** The paragraph mark is deleted in a tracked change: the text belongs to the next paragraph. */
  markDeleted: boolean;
  markHidden: boolean;
  /** Blocks of text boxes anchored here. */
  boxes: readonly Block[];
}

interface OpenRow {
  before: number;
  after: number;
  deleted: boolean;
  hidden: boolean;
  readonly cells: OpenCell[];
}

interface OpenCell {
  text: string;
  span: number;
  vertical: Merge | undefined;
  horizontal: Merge | undefined;
  deleted: boolean;
}

interface OpenTable {
  readonly rows: RowDraft[];
  /** Tables inside its cells, in reading order. */
  readonly nested: Block[];
  gridColumns: number;
  row: OpenRow | undefined;
  cell: OpenCell | undefined;
}

interface Story {
  readonly around: Story | undefined;
  readonly kind: 'body' | 'cell' | 'box';
  readonly blocks: Block[];
  /** Text of paragraphs whose mark is deleted, for the next one. */
  carried: string;
  /** Open fields, innermost last; true while in the instruction, which is not shown. */
  readonly fields: boolean[];
  paragraph: ParagraphDraft | undefined;
  /** The run's own say, then its style's; undefined leaves it to the paragraph. */
  runHidden: boolean | undefined;
  runStyleHidden: boolean | undefined;
  table: OpenTable | undefined;
}

export interface BodyState {
  readonly styles: Styles;
  readonly numbering: NumberingCounter;
  story: Story;
  /** Inside a `w:t` whose text is shown. */
  isTextShown: boolean;
  /** For each open `mc:AlternateContent`: a branch was read. */
  readonly alternatives: boolean[];
  /** What is met, by kind, with how often. */
  readonly met: Map<string, number>;
  readonly unknown: Set<string>;
  readonly gridProblems: Map<Block, readonly (GridProblem | { code: 'docx.grid-columns'; detail: string })[]>;
}

export function newBodyState(styles: Styles, numbering: NumberingCounter): BodyState {
  return {
    styles,
    numbering,
    story: newStory('body', undefined),
    isTextShown: false,
    alternatives: [],
    met: new Map(),
    unknown: new Set(),
    gridProblems: new Map(),
  };
}

function newStory(kind: Story['kind'], around: Story | undefined): Story {
  return {
    around,
    kind,
    blocks: [],
    carried: '',
    fields: [],
    paragraph: undefined,
    runHidden: undefined,
    runStyleHidden: undefined,
    table: undefined,
  };
}

export function meet(state: BodyState, what: string): void {
  state.met.set(what, (state.met.get(what) ?? 0) + 1);
}

export function openParagraph(state: BodyState): void {
  state.story.paragraph = {
    text: '',
    styleId: undefined,
    numId: undefined,
    level: undefined,
    heading: undefined,
    centered: undefined,
    hidden: state.styles.paragraph(undefined).hidden ?? false,
    markDeleted: false,
    markHidden: false,
    boxes: NONE,
  };
}

/** Characters of a run, unless they are hidden or a field's instruction. */
export function addText(state: BodyState, text: string): void {
  const { paragraph } = state.story;
  if (paragraph !== undefined && isShown(state.story)) paragraph.text += text;
}

export function isShown(story: Story): boolean {
  if (story.paragraph === undefined) return false;
  if (story.runHidden ?? story.runStyleHidden ?? story.paragraph.hidden) return false;
  return !story.fields.includes(true);
}

export function closeParagraph(state: BodyState): void {
  const { story } = state;
  const draft = story.paragraph;
  if (draft === undefined) return;
  story.paragraph = undefined;
  // An instruction that never ends must not swallow the rest of the document.
  story.fields.fill(false);
  if (draft.markDeleted || (draft.markHidden && draft.text === '')) {
    story.carried += draft.text;
  } else {
    const text = numberLabel(state, draft) + story.carried + draft.text;
    story.carried = '';
    if (story.kind === 'cell' || text.trim() !== '') story.blocks.push(finishParagraph(state, draft, text));
  }
  if (draft.boxes.length > 0) story.blocks.push(...draft.boxes);
}

function finishParagraph(state: BodyState, draft: ParagraphDraft, text: string): Paragraph {
  const style = state.styles.paragraph(draft.styleId);
  const heading = draft.heading ?? style.heading ?? 0;
  const centered = draft.centered ?? style.centered ?? false;
  return {
    kind: 'paragraph',
    text,
    ...(heading > 0 ? { heading } : undefined),
    ...(centered ? { centered } : undefined),
  };
}

/**
 * A paragraph's own list comes first, then its style's, whose level is the one that the list links
 * to the style (17.9.23); list 0 takes numbering away (17.9.18).
 */
function numberLabel(state: BodyState, draft: ParagraphDraft): string {
  const style = state.styles.paragraph(draft.styleId);
  const numId = draft.numId ?? style.numId;
  if (numId === undefined || numId === '0') return '';
  const { numberedBy } = style;
  const linked =
    numberedBy === undefined || draft.numId !== undefined
      ? undefined
      : state.numbering.levelOfStyle(numId, numberedBy);
  return state.numbering.next(numId, draft.level ?? linked ?? style.level ?? 0);
}

/** Text whose next paragraph never came stands for itself. */
export function flushCarried({ story }: BodyState): void {
  if (story.carried.trim() !== '') story.blocks.push({ kind: 'paragraph', text: story.carried });
  story.carried = '';
}

export function openTextBox(state: BodyState): void {
  state.story = newStory('box', state.story);
}

export function closeTextBox(state: BodyState): void {
  const { around, blocks } = state.story;
  if (around === undefined) return;
  flushCarried(state);
  state.story = around;
  if (around.paragraph === undefined) around.blocks.push(...blocks);
  else around.paragraph.boxes = [...around.paragraph.boxes, ...blocks];
}

export function openTable(state: BodyState): void {
  if (state.story.table !== undefined) throw misplaced('a table', 'a table without a cell');
  flushCarried(state);
  state.story.table = { rows: [], nested: [], gridColumns: 0, row: undefined, cell: undefined };
}

export function openRow(state: BodyState): void {
  const { table } = state.story;
  if (table === undefined || table.row !== undefined)
    throw misplaced('a table row', 'something else than a table');
  table.row = { before: 0, after: 0, deleted: false, hidden: false, cells: [] };
}

export function openCell(state: BodyState): void {
  const { table } = state.story;
  if (table?.row === undefined) throw misplaced('a table cell', 'something else than a table row');
  table.cell = { text: '', span: 1, vertical: undefined, horizontal: undefined, deleted: false };
  state.story = newStory('cell', state.story);
}

/** The cell whose content is being read, as its properties see it. */
export function currentCell(state: BodyState): OpenCell | undefined {
  return state.story.around?.table?.cell;
}

export function closeCell(state: BodyState): void {
  const { around, blocks } = state.story;
  const table = around?.table;
  if (around === undefined || table?.row === undefined || table.cell === undefined) return;
  flushCarried(state);
  const { cell } = table;
  state.story = around;
  table.cell = undefined;
  if (cell.deleted) return;
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') lines.push(block.text);
    else table.nested.push(block);
  }
  cell.text = lines.join('\n');
  table.row.cells.push(cell);
}

export function closeRow(state: BodyState): void {
  const { table } = state.story;
  if (table?.row === undefined) return;
  const { row } = table;
  table.row = undefined;
  // A row's hidden mark hides the row only where all of its text is hidden too (17.4.20).
  const isGone = row.deleted || (row.hidden && row.cells.every((cell) => cell.text.trim() === ''));
  if (!isGone) table.rows.push(row);
}

/** Tables within cells follow the table that holds them. A table without rows is none. */
export function closeTable(state: BodyState): void {
  const { story } = state;
  const draft = story.table;
  if (draft === undefined) return;
  story.table = undefined;
  if (draft.rows.length === 0) return;
  const { table, problems } = rowsToTable(draft.rows);
  story.blocks.push(table, ...draft.nested);
  const detail = `${draft.gridColumns} columns in w:tblGrid, ${table.cols} in the rows`;
  const isOffGrid = draft.gridColumns > 0 && draft.gridColumns !== table.cols;
  const all = isOffGrid ? [...problems, { code: 'docx.grid-columns' as const, detail }] : problems;
  if (all.length > 0) state.gridProblems.set(table, all);
}

function misplaced(what: string, where: string): DocxFault {
  return new DocxFault('docx.damaged', `the document has ${what} in ${where}`);
}
