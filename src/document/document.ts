/**
 * The neutral model that every reader yields and every parser takes: blocks in reading order,
 * each text and each cell with its place in the source. Plain data: a document survives
 * `JSON.parse(JSON.stringify(document))`. Nothing here knows a file format or a form.
 */
import type { Diagnostic } from './diagnostic.ts';

/** A box on a page: [x0, y0, x1, y1] in points (1/72 inch) from the top left. */
export type Box = readonly [number, number, number, number];

/** Where something stands: block index, grid row and column in a table, characters `from`–`to` in a text; pages count from 1. */
export interface Place {
  readonly block?: number;
  readonly row?: number;
  readonly col?: number;
  readonly from?: number;
  readonly to?: number;
  readonly page?: number;
  readonly box?: Box;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Text as read; a line break within the paragraph is `\n`. */
  readonly text: string;
  /** Outline level 1–9 where the format marks the paragraph as a heading. */
  readonly heading?: number;
  readonly centered?: boolean;
  readonly page?: number;
  readonly box?: Box;
}

export interface Cell {
  /** Top row and left column in the grid, from 0. */
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Text as read, paragraphs and line breaks as `\n`; never trimmed of inner characters. */
  readonly text: string;
  /** The page and box of this very cell, where the format has pages. */
  readonly page?: number;
  readonly box?: Box;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: number;
  readonly cols: number;
  /** In reading order (row, then column); no two overlap. Merged cells appear once, at their top left. */
  readonly cells: readonly Cell[];
  /**
   * `grid`: columns and spans are those of the source. `ragged`: the source gives each row's cells in
   * order but no columns (text extractions), so equal column numbers in two rows prove nothing.
   */
  readonly layout: 'grid' | 'ragged';
}

export type Block = Paragraph | Table;

/** What the source says about the document outside its text: a page's metadata table, meta tags, title. */
export interface Metadata {
  /** As the source names it: `发布机构`, `索引号`, `发布日期`, `meta:SiteIDCode`, `html:title`. */
  readonly name: string;
  readonly value: string;
}

export interface Document {
  readonly blocks: readonly Block[];
  readonly metadata: readonly Metadata[];
  /** What the reader met. A document that could not be read has no blocks and an error here that says why. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A document that could not be read, and why. */
export function unreadable(code: string, message: string): Document {
  return { blocks: [], metadata: [], diagnostics: [{ code, severity: 'error', message }] };
}
