/** The tables of a form with the figures of a record, as aligned lines, in the order of the official page. */
import { type Block, type Form, type FormTable, factId, type Row } from '../../../parsers/forms/form.ts';
import type { CellState, Fact } from '../../../parsers/report.ts';
import { printable, wrap } from '../display-width.ts';
import type { Language } from '../language.ts';
import type { Paint } from '../paint.ts';
import { type TextCell, textTable } from '../text-table.ts';
import { type Mark, superscript } from './notes.ts';

/** Terminal columns; seven figures and the row label then fit into some 120. */
const HEAD_WIDTH = 14;
const LABEL_WIDTH = 46;
/** Longest text shown in a cell that holds words instead of a number. */
const TEXT_CHARACTERS = 12;

export interface TableStyle {
  readonly language: Language;
  /** 件 as `单位：件`. */
  readonly unitWords: (unit: string) => string;
  readonly paint: Paint;
}

/** Lines of all tables, each block under its heading. */
export function renderTables(
  form: Form,
  facts: Readonly<Record<string, Fact>>,
  marks: ReadonlyMap<string, Mark>,
  style: TableStyle,
): string[] {
  return form.tables.flatMap((table) => [
    '',
    style.paint.bold(table[style.language]),
    ...table.blocks.flatMap((block) => renderBlock(table, block, facts, marks, style)),
  ]);
}

function renderBlock(
  table: FormTable,
  block: Block,
  facts: Readonly<Record<string, Fact>>,
  marks: ReadonlyMap<string, Mark>,
  { language, unitWords, paint }: TableStyle,
): string[] {
  const units = new Set(block.columns.map(({ unit }) => unit));
  const [unit] = units;
  const isShared = units.size === 1 && unit != null;
  const corner = [block.heading?.[language] ?? '', isShared ? unitWords(unit) : ''].filter(
    (text) => text !== '',
  );
  const head: TextCell[] = [
    { lines: wrap(corner.join('  '), LABEL_WIDTH), style: paint.dim },
    ...block.columns.map((column): TextCell => {
      const own = isShared || column.unit === null ? [] : [`(${column.unit})`];
      return { lines: [...wrap(column[language], HEAD_WIDTH), ...own], align: 'right', style: paint.dim };
    }),
  ];
  const body = block.rows.map((row): TextCell[] => [
    { lines: labelLines(row, language) },
    ...block.columns.map((column) => {
      const id = factId(table.id, row.id, column.id);
      return figureCell(facts[id], marks.get(id), row.isGroup === true, paint);
    }),
  ]);
  return ['', ...textTable([head, ...body], '  ')];
}

/** Rows of a group stand one step in for each group above them. */
function labelLines(row: Row, language: Language): string[] {
  const indent = '  '.repeat(row.groups?.length ?? 0);
  return wrap(row[language], LABEL_WIDTH - indent.length).map((line) => indent + line);
}

/** What a fact looks like; a blank cell is blank, a dash the mark that was printed. */
const SHOWN: Readonly<Record<CellState, (fact: Fact) => string>> = {
  number: (fact) => String(fact.value),
  blank: () => '',
  dash: (fact) => printable(fact.raw),
  text: (fact) => [...printable(fact.raw)].slice(0, TEXT_CHARACTERS).join(''),
  unreadable: () => '?',
};

export function showFact(fact: Fact | undefined): string {
  return fact ? SHOWN[fact.state](fact) : '·';
}

function figureCell(
  fact: Fact | undefined,
  mark: Mark | undefined,
  isGroup: boolean,
  paint: Paint,
): TextCell {
  const text = isGroup && !fact && !mark ? '' : showFact(fact);
  if (!mark) return { lines: [text], align: 'right' };
  const style = mark.severity === 'error' ? paint.red : paint.yellow;
  return {
    lines: [`${text}${mark.isDoubtful ? '!' : ''}${superscript(mark.numbers)}`],
    align: 'right',
    style: mark.isDoubtful ? style : (line) => line,
  };
}
