/**
 * Sets figures into tables two to four as grids: figures, a printer and the layout's wishes in, grids out
 * whose cells carry the facts they print. Truth is collected from these cells.
 */
import type { Figures } from './figures.ts';
import {
  CARRIED_FORWARD,
  CARRIED_OVER,
  type Column,
  type Form,
  GRANTED,
  LEGAL_COLUMNS,
  NATURAL_COLUMN,
  NEW_RECEIVED,
  OTHER_SINGLE,
  PROACTIVE,
  PROCESSED_TOTAL,
  REMEDY_BLOCKS,
  REMEDY_COLUMNS,
  RESULTS_LABEL,
  type Row,
  resultGroups,
  TOTAL_COLUMN,
} from './form-tables.ts';
import { type Grid, type GridCell, head, label } from './grid.ts';
import type { Printer } from './printing.ts';

export interface TableLayout {
  /** Label by row, group or column id, in place of the official one: misspelt, shortened, emptied. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Order of the applicant columns; the legal persons keep together. */
  readonly legalOrder?: readonly string[];
  readonly totalFirst?: boolean;
  readonly singleOther?: boolean;
  /** Group labels one character a line. */
  readonly vertical?: boolean;
  /** A row of full width with this text before 四、结转下年度继续办理. */
  readonly noteRow?: string;
  /** Values of two-column blocks stand under other spans than their headers. */
  readonly misaligned?: boolean;
}

/** The form of each block of table two: one form, or a mixture. */
export function proactiveGrid(
  form: Form | 'mixed',
  figures: Figures,
  print: Printer,
  layout: TableLayout,
): Grid {
  const blocks =
    form === 'mixed' ? [...PROACTIVE.g2019.slice(0, 1), ...PROACTIVE.g2021.slice(1)] : PROACTIVE[form];
  const rows = blocks.flatMap((block) => [
    [head(`第二十条第（${block.item}）项`, 1, 4)],
    spread(
      [head('信息内容'), ...block.columns.map((column) => head(named(column, layout)))],
      headSpans(block.columns.length, layout),
    ),
    ...block.rows.map((row) =>
      spread(
        [
          label(named(row, layout)),
          ...block.columns.map((column) => factCell(`proactive.${row.id}.${column.id}`, figures, print)),
        ],
        valueSpans(block.columns.length, layout),
      ),
    ),
  ]);
  return { cols: 4, rows, widths: [8, 5, 5, 5] };
}

const SPANS: Readonly<Record<number, readonly number[]>> = { 1: [1, 3], 2: [1, 1, 2], 3: [1, 1, 1, 1] };

function headSpans(columns: number, layout: TableLayout): readonly number[] {
  return columns === 2 && layout.misaligned ? [1, 2, 1] : SPANS[columns]!;
}

function valueSpans(columns: number, layout: TableLayout): readonly number[] {
  return columns === 2 && layout.misaligned ? [2, 1, 1] : SPANS[columns]!;
}

function spread(cells: readonly GridCell[], spans: readonly number[]): readonly GridCell[] {
  return cells.map((cell, index) => ({ ...cell, colSpan: spans[index]! }));
}

const CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
const LABEL_COLUMNS = 3;
export const APPLICATION_HEADER_ROWS = 3;

/** Table three: three columns of labels, then seven of figures. */
export function applicationsGrid(figures: Figures, print: Printer, layout: TableLayout): Grid {
  const legal = (layout.legalOrder ?? LEGAL_COLUMNS.map((column) => column.id)).map(
    (id) => LEGAL_COLUMNS.find((column) => column.id === id)!,
  );
  const columns = layout.totalFirst
    ? [TOTAL_COLUMN, NATURAL_COLUMN, ...legal]
    : [NATURAL_COLUMN, ...legal, TOTAL_COLUMN];
  const cells = (row: string): readonly GridCell[] =>
    columns.map((column) => factCell(`applications.${row}.${column.id}`, figures, print));
  const results = resultLines(layout, cells);
  const [first, ...rest] = results;
  return {
    cols: LABEL_COLUMNS + columns.length,
    widths: [3, 4, 11, ...columns.map(() => 4)],
    rows: [
      ...applicationsHeader(columns, legal, layout),
      [label(named(NEW_RECEIVED, layout), 1, LABEL_COLUMNS), ...cells(NEW_RECEIVED.id)],
      [label(named(CARRIED_OVER, layout), 1, LABEL_COLUMNS), ...cells(CARRIED_OVER.id)],
      [groupLabel(named({ id: 'results', label: RESULTS_LABEL }, layout), results.length, layout), ...first!],
      ...rest,
      ...(layout.noteRow ? [[label(layout.noteRow, 1, LABEL_COLUMNS + columns.length)]] : []),
      [label(named(CARRIED_FORWARD, layout), 1, LABEL_COLUMNS), ...cells(CARRIED_FORWARD.id)],
    ],
  };
}

function applicationsHeader(
  columns: readonly Column[],
  legal: readonly Column[],
  layout: TableLayout,
): readonly (readonly GridCell[])[] {
  const second = columns.flatMap((column) => {
    if (!legal.includes(column)) return [head(named(column, layout), 2)];
    return column === legal[0] ? [head('法人或其他组织', 1, legal.length)] : [];
  });
  return [
    [head(CORNER, APPLICATION_HEADER_ROWS, LABEL_COLUMNS), head('申请人情况', 1, columns.length)],
    second,
    legal.map((column) => head(named(column, layout))),
  ];
}

function resultLines(
  layout: TableLayout,
  cells: (row: string) => readonly GridCell[],
): readonly (readonly GridCell[])[] {
  const wide = (row: Row): readonly GridCell[] => [
    label(named(row, layout), 1, LABEL_COLUMNS - 1),
    ...cells(row.id),
  ];
  const grouped = resultGroups(layout.singleOther ?? false).flatMap((group) =>
    group.rows.map((row, index) => [
      ...(index === 0 ? [groupLabel(named(group, layout), group.rows.length, layout)] : []),
      label(named(row, layout)),
      ...cells(row.id),
    ]),
  );
  const single = layout.singleOther ? [wide(OTHER_SINGLE)] : [];
  return [...GRANTED.map(wide), ...grouped, ...single, wide(PROCESSED_TOTAL)];
}

function groupLabel(text: string, rowSpan: number, layout: TableLayout): GridCell {
  return { ...label(text, rowSpan), ...(layout.vertical ? { vertical: true } : {}) };
}

/** Table four: one row of fifteen figures under three rows of headers. */
export function remediesGrid(figures: Figures, print: Printer): Grid {
  const [review, ...suits] = REMEDY_BLOCKS;
  const width = REMEDY_COLUMNS.length;
  return {
    cols: REMEDY_BLOCKS.length * width,
    widths: new Array<number>(REMEDY_BLOCKS.length * width).fill(1),
    rows: [
      [head(review!.label, 1, width), head('行政诉讼', 1, suits.length * width)],
      [
        ...REMEDY_COLUMNS.map((column) => head(column.label, 2)),
        ...suits.map((suit) => head(suit.label, 1, width)),
      ],
      suits.flatMap(() => REMEDY_COLUMNS.map((column) => head(column.label))),
      REMEDY_BLOCKS.flatMap((block) =>
        REMEDY_COLUMNS.map((column) => factCell(`remedies.${block.id}.${column.id}`, figures, print)),
      ),
    ],
  };
}

function named(item: Row | Column, layout: TableLayout): string {
  return layout.labels?.[item.id] ?? item.label;
}

/** Throws where a fact of the form was not drawn: the generator, not the issuer, would be at fault. */
function factCell(id: string, figures: Figures, print: Printer): GridCell {
  const value = figures[id];
  if (value === undefined) throw new Error(`no figure drawn for ${id}`);
  const printed = print(id, value);
  return { ...label(printed.text), fact: { id, ...printed } };
}
