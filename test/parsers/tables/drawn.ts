/**
 * Tables as they are drawn in a test: rows of strings, `←` for what is merged with the cell at its left, `↑`
 * with the cell above (`↑` then `←` below a cell that spans both ways). Out: blocks of a document.
 */
import type { Block, Cell, Document, Table } from '../../../src/document/document.ts';

export type Drawn = readonly (readonly string[])[];

/** Throws where a drawing's rows are not equally wide: a test that draws so means something else. */
function grid(drawn: Drawn): Table {
  const cols = drawn[0]?.length ?? 0;
  const odd = drawn.findIndex((row) => row.length !== cols);
  if (odd >= 0)
    throw new Error(`row ${odd} is ${drawn[odd]!.length} wide, not ${cols}: ${drawn[odd]!.join('|')}`);
  const cells = drawn.flatMap((row, y) =>
    row.flatMap((text, x): Cell[] =>
      text === '←' || text === '↑'
        ? []
        : [
            {
              row: y,
              col: x,
              rowSpan: run(drawn, y, x, 1, 0, '↑'),
              colSpan: run(drawn, y, x, 0, 1, '←'),
              text,
            },
          ],
    ),
  );
  return { kind: 'table', rows: drawn.length, cols, cells, layout: 'grid' };
}

function run(drawn: Drawn, y: number, x: number, down: number, right: number, mark: string): number {
  let length = 1;
  while (drawn[y + length * down]?.[x + length * right] === mark) length++;
  return length;
}

/** A table as text extractions give it: each row's cells in order, merged cells gone, no columns. */
export function ragged(drawn: Drawn): Table {
  const rows = drawn.map((row) => row.filter((text) => text !== '←' && text !== '↑'));
  return {
    kind: 'table',
    rows: rows.length,
    cols: Math.max(...rows.map((row) => row.length)),
    cells: rows.flatMap((row, y) => row.map((text, col) => ({ row: y, col, rowSpan: 1, colSpan: 1, text }))),
    layout: 'ragged',
  };
}

/** A string is a paragraph, a drawing a table with a grid. */
export function documentOf(...blocks: readonly (string | Drawn | Block)[]): Document {
  return {
    blocks: blocks.map((block) => {
      if (typeof block === 'string') return { kind: 'paragraph', text: block };
      return 'kind' in block ? block : grid(block);
    }),
    metadata: [],
    diagnostics: [],
  };
}
