/**
 * What the body reader holds while paragraphs go by: the blocks so far and the tables that are open,
 * outermost first, each with its row and cell under construction. Tables within cells follow the
 * table that holds them.
 */
import type { Block } from '../../document/document.ts';
import type { RowDefinition } from './row-definition.ts';
import { type GridProblem, type RowContent, rowsToTable } from './table-grid.ts';

interface OpenTable {
  readonly rows: RowContent[];
  /** Finished cells of the open row. */
  texts: string[];
  /** Paragraphs of the open cell. */
  lines: string[];
  readonly nested: Block[];
  /** Text of the open row was deleted in a tracked change. */
  hasDeletedText: boolean;
}

export interface BodyState {
  readonly blocks: Block[];
  readonly tables: OpenTable[];
  readonly gridProblems: Map<Block, readonly GridProblem[]>;
}

export function newBodyState(): BodyState {
  return { blocks: [], tables: [], gridProblems: new Map() };
}

/** Opens and closes tables until `depth` of them are open. */
export function goToDepth(state: BodyState, depth: number): void {
  while (state.tables.length > depth) closeTable(state);
  while (state.tables.length < depth)
    state.tables.push({ rows: [], texts: [], lines: [], nested: [], hasDeletedText: false });
}

export function addLine({ tables }: BodyState, text: string): void {
  tables.at(-1)?.lines.push(text);
}

export function noteDeletedText({ tables }: BodyState): void {
  const table = tables.at(-1);
  if (table !== undefined) table.hasDeletedText = true;
}

export function closeCell({ tables }: BodyState): void {
  const table = tables.at(-1);
  if (table === undefined) return;
  table.texts.push(table.lines.join('\n'));
  table.lines = [];
}

/**
 * The row end itself is no cell. A row is deleted where its text is, to the last character: the end
 * alone proves nothing, LibreOffice marks that of the row before.
 */
export function closeRow({ tables }: BodyState, definition: RowDefinition | undefined): void {
  const table = tables.at(-1);
  if (table === undefined) return;
  const isDeleted = table.hasDeletedText && table.texts.every((text) => text.trim() === '');
  if (!isDeleted) table.rows.push({ texts: table.texts, definition });
  table.texts = [];
  table.lines = [];
  table.hasDeletedText = false;
}

/** A row without an end is kept, its columns unknown. */
function closeTable(state: BodyState): void {
  const open = state.tables.at(-1);
  if (open === undefined) return;
  if (open.lines.some((line) => line.trim() !== '')) closeCell(state);
  if (open.texts.length > 0) closeRow(state, undefined);
  state.tables.pop();
  const target = state.tables.at(-1)?.nested ?? state.blocks;
  const rows = open.rows.filter(({ texts }) => texts.length > 0);
  if (rows.length > 0) {
    const { table, problems } = rowsToTable(rows);
    target.push(table);
    if (problems.length > 0) state.gridProblems.set(table, problems);
  }
  for (const block of open.nested) target.push(block);
}
