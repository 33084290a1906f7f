import type { Line } from './glyphs-to-lines.ts';
import type { PageModel } from './page.ts';
import type { PdfTable } from './page-tables.ts';
export function borderlessTables(
  _page: PageModel,
  _lines: readonly Line[],
  _ruled: readonly PdfTable[],
): { table: PdfTable; lines: Line[] }[] {
  return [];
}
