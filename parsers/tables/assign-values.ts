/**
 * The cells of one line ↔ the columns of its header. Equal numbers pair off in order: portals give value
 * cells other spans than the header above them (上海 2019). Otherwise the columns of the grid decide, then
 * blanks at either end give way. Where none of this is certain nothing is attached.
 */
import type { HeaderColumn } from './header.ts';
import type { LineCell } from './lines.ts';

/** One cell a column, null where the line has none; or null when cells and columns can't be paired. */
export type Assignment = readonly (LineCell | null)[] | null;

export function assignValues(
  values: readonly LineCell[],
  columns: readonly HeaderColumn[],
  sameGrid: boolean,
): Assignment {
  if (values.length === columns.length) return values;
  if (sameGrid) {
    const byGrid = assignByGrid(values, columns);
    if (byGrid) return byGrid;
  }
  if (values.length < columns.length) return null;
  const surplus = values.length - columns.length;
  if (values.slice(0, surplus).every(isBlank)) return values.slice(surplus);
  if (values.slice(columns.length).every(isBlank)) return values.slice(0, columns.length);
  return null;
}

/** Each column the one cell under it; a cell under two columns, or a figure under none, undoes it. */
function assignByGrid(values: readonly LineCell[], columns: readonly HeaderColumn[]): Assignment {
  const used = new Set<LineCell>();
  const assigned: (LineCell | null)[] = [];
  for (const column of columns) {
    const under = values.filter((cell) => cell.from < column.to && cell.to > column.from);
    const [cell] = under.length > 1 ? under.filter((other) => !isBlank(other)) : under;
    if (under.filter((other) => !isBlank(other)).length > 1) return null;
    if (cell && used.has(cell)) return null;
    if (cell) used.add(cell);
    assigned.push(cell ?? under[0] ?? null);
  }
  return values.every((cell) => used.has(cell) || isBlank(cell)) ? assigned : null;
}

function isBlank(cell: LineCell): boolean {
  return cell.reading.state === 'blank';
}
