/** A place as ten columns and back. Null columns are absent keys; a box is four columns or none. */
import type { Place } from '../document/document.ts';

export interface PlaceColumns {
  readonly block: number | null;
  readonly grid_row: number | null;
  readonly grid_col: number | null;
  readonly char_from: number | null;
  readonly char_to: number | null;
  readonly page: number | null;
  readonly x0: number | null;
  readonly y0: number | null;
  readonly x1: number | null;
  readonly y1: number | null;
}

/** The columns in the order of `placeValues`. */
export const PLACE_COLUMNS = 'block, grid_row, grid_col, char_from, char_to, page, x0, y0, x1, y1';

export function placeValues(place: Place = {}): (number | null)[] {
  const { block = null, row = null, col = null, from = null, to = null, page = null, box } = place;
  if (!box) return [block, row, col, from, to, page, null, null, null, null];
  return [block, row, col, from, to, page, box[0], box[1], box[2], box[3]];
}

/** Keys stand in the order of the model: block, row, col, from, to, page, box. */
export function columnsToPlace(c: PlaceColumns): Place {
  return {
    ...(c.block !== null && { block: c.block }),
    ...(c.grid_row !== null && { row: c.grid_row }),
    ...(c.grid_col !== null && { col: c.grid_col }),
    ...(c.char_from !== null && { from: c.char_from }),
    ...(c.char_to !== null && { to: c.char_to }),
    ...(c.page !== null && { page: c.page }),
    ...(c.x0 !== null && { box: [c.x0, c.y0 ?? 0, c.x1 ?? 0, c.y1 ?? 0] as const }),
  };
}
